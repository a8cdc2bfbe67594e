"""A fictional operator, as the command line takes her on."""

OPERATOR = ["staff", "add", "--telegram-id", "10001", "--name", "Sari Contoh", "--role", "operator"]
