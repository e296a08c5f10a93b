"""A voice for Orca that writes instead of speaking: the module that its setting
`speechServerFactory` names in the recording (record_day.py).

It takes the place of speech-dispatcher, which Orca looked for at its start and hung upon in most
tries where no sound card is. Each line of the file named by WRITTEN_SPEECH is a JSON list: the time,
and the words that Orca handed to its voice, or null where it told the voice to be silent.
"""

import json
import os
import time

from orca import chnames, speechserver


def write(words):
    with open(os.environ["WRITTEN_SPEECH"], "a", encoding="utf-8") as file:
        file.write(json.dumps([time.time(), words], ensure_ascii=False) + "\n")


class SpeechServer(speechserver.SpeechServer):
    _only = None

    @staticmethod
    def getFactoryName():
        return "Written"

    @classmethod
    def getSpeechServer(cls, info=None):
        cls._only = cls._only or cls()
        return cls._only

    @classmethod
    def getSpeechServers(cls):
        return [cls.getSpeechServer()]

    @staticmethod
    def shutdownActiveServers():
        SpeechServer._only = None

    def getInfo(self):
        return ["Written", "written"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        # Like Orca's own server for speech-dispatcher, this one does not interrupt here: only
        # `stop` does.
        if text and text.strip():
            write(text.strip())

    def speakCharacter(self, character, acss=None):
        self.speak(chnames.getCharacterName(character))

    def speakKeyEvent(self, event, acss=None):
        self.speak(f"{event.getKeyName()} {event.getLockingStateString()}")

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _ in utteranceIterator:
            self.speak(context.utterance)
            progressCallback(context, speechserver.SayAllContext.COMPLETED)

    def stop(self):
        write(None)
