## The reveal.
