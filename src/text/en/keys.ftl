## The key bar.
