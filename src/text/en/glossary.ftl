## The glossary: a term, .also other names, .text, .source.
