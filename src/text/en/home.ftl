## The home screen and the settings.
