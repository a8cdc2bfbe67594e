"""Paper: letters, registers, QR codes and first pages. Everything slow about it is an errand in a short process."""
