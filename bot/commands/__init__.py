"""The commands of `./sigap`, a file per noun; each takes the parsed arguments and gives the exit code."""
