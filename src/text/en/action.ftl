## Standing actions: names and one-line descriptions.
