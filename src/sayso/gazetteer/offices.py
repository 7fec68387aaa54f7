class Offices:
    @classmethod
    def load(cls):
        return cls()

    def terms(self, name):
        return ()

    def by_role(self, text, day):
        return None
