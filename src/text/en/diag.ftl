## Diagnostics: diag-CODE is the message, diag-CODE-help says what to do next.
