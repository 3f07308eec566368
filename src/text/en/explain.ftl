## Explanations of every diagnostic code: explain-CODE.
