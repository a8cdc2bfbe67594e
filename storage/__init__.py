"""What is kept: one database, one file per noun, and the unit of work that writes a batch in one transaction.

Moments are aware and in UTC.
"""
