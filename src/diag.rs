//! What is wrong with authored content: codes, spans, rendering, did-you-mean.
