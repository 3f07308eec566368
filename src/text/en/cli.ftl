## The command line: usage, messages, errors.
