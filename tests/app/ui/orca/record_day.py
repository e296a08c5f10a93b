#!/usr/bin/env python3
"""Writes down what Orca says while a client logs a whole day, or a clinician prepares a session and
answers a page, by the keyboard alone.

    record_day.py BUILD_FOLDER OUTPUT [client | clinician]

Starts a display without a monitor, a session bus of its own, Orca with a voice that writes
(written_speech.py), and the window of BUILD_FOLDER on a profile that the real programs made.
OUTPUT has a line for each key that was pressed and, indented, one for each thing that was spoken.
It is run by hand: Orca's words depend on its version and, now and then, on time.

Needs the Debian packages orca, xvfb, xdotool and dbus-daemon.
"""

import contextlib
import datetime
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

PASSPHRASE = "a scratch passphrase"
# A quick voice, about 400 words a minute. What it has not finished when Orca tells it to be silent,
# nobody would have heard whole.
CHARACTERS_A_SECOND = 35
QUIET_S = 0.7  # nothing more comes after this long without a word
ANSWER_S = 60  # the longest that an answer may take, opening the record and the days of a chart among them
START_S = 40
STEPS_MAX = 40  # to reach something by one key, again and again
WINDOWS_MAX = 5  # to read a page to its end


# The keypad is the reader's: with Orca, lines of the window are gone through by it.
READER_KEYS = {"Insert+KP_Home": "Insert+keypad 7 (the window's first line)",
               "KP_Prior": "keypad 9 (the next line)", "KP_Subtract": "keypad minus (enough)",
               "KP_Enter": "keypad Enter (where am I?)", "Next": "Page Down"}


class Broken(Exception):
    """What was waited for did not come; its words say what."""


def wait_for(is_so, seconds, complaint):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := is_so():
            return found
        time.sleep(0.05)
    raise Broken(complaint)


# ---- What runs in the background ---------------------------------------------------------------


@contextlib.contextmanager
def running(command, log, env=None, **more):
    """A program in a group of its own, all of which is ended with it: buses start helpers."""
    with open(log, "ab") as out:
        process = subprocess.Popen(
            command, env=env, stderr=out, stdin=subprocess.DEVNULL, start_new_session=True,
            **{"stdout": out, **more})
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            print(f"{command[0]} had hung and was killed.", file=sys.stderr)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)


def first_line(process, name):
    """What a program says first, which is where it can be reached."""
    os.set_blocking(process.stdout.fileno(), False)
    line = wait_for(process.stdout.readline, START_S, f"{name} did not start.")
    return line.decode().strip()


def scratch_environment(folder):
    """As little of this machine as possible: its home, settings, language and time zone stay out."""
    env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "UTC", "HOME": str(folder),
           "GSETTINGS_BACKEND": "memory", "SDL_VIDEODRIVER": "x11",
           # Quick unlocking, no store of keys, one pixel for each of the design.
           "EVENKEEL_TEST_CLOCK": "1", "EVENKEEL_NO_KEYSTORE": "1", "EVENKEEL_SCALE": "1"}
    for name in ("CONFIG", "DATA", "CACHE", "RUNTIME"):
        place = folder / name.lower()
        place.mkdir(mode=0o700)
        env[f"XDG_{name}_HOME" if name != "RUNTIME" else "XDG_RUNTIME_DIR"] = str(place)
    return env


# ---- A client with a past ----------------------------------------------------------------------


def make_client(build, folder, env):
    """A practice, its client, a boundary that both signed, and four weeks of invented days."""
    (folder / "passphrase").write_text(PASSPHRASE + "\n")

    def run(program, *words):
        done = subprocess.run([build / program, *words], env=env, capture_output=True, text=True,
                              timeout=60, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise Broken(f"{program} {' '.join(words)}: {done.stderr}")
        return json.loads(done.stdout)

    def device(name, *words):
        return run("evenkeel-cli", "--profile", str(folder / name), "--passphrase-file",
                   str(folder / "passphrase"), "--json", *words)

    data, log = str(folder / "server"), folder / "server.log"
    init = run("evenkeel-server", "init", "--data", data, "--listen", "127.0.0.1:0", "--json")
    with running([build / "evenkeel-server", "run", "--data", data], log, env):
        port = wait_for(lambda: re.search(r"listening on .*:(\d+)", log.read_text()), START_S,
                        "The server did not start.")[1]
        device("clinician", "practice", "create", "--server", f"https://127.0.0.1:{port}",
               "--pin", init["pin"], "--setup-code", init["setup_code"],
               "--name", "Harbour Practice", "--clinician", "Dr Ada Stern",
               "--recovery-out", str(folder / "recovery.txt"))
        link = device("clinician", "invite", "client", "--name", "Robin")["link"]
        device("clinician", "sync", "--wait")
        device("client", "join", link, "--name", "Robin", "--agree")
        for name in ("clinician", "client", "clinician"):
            device(name, "sync", "--wait")
        month_ago = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=30)
        then = month_ago.strftime("%Y-%m-%dT18:00:00Z")
        boundary = device("client", "--now", then, "boundary", "propose", "--attest",
                          "No phone in bed", "--reason", "I want to sleep earlier")
        for name in ("client", "clinician"):
            device(name, "sync", "--wait")
        device("clinician", "--now", then, "boundary", "accept", boundary["boundaries"][0]["id"],
               "--client", "Robin")
        for name in ("clinician", "client"):
            device(name, "sync", "--wait")
        device("client", "demo", "28")
        device("client", "journal", "write", "I put the phone in the kitchen.", "--share", "--bring")
        device("client", "sync", "--wait")
        tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        device("clinician", "appointment", "plan", "--client", "Robin", "--day",
               tomorrow.strftime("%Y-%m-%d"), "--at", "14:00", "--place", "video")
        device("clinician", "sync", "--wait")


# ---- The one at the keyboard -------------------------------------------------------------------


class Hearing:
    """Presses keys, hears what is spoken, and writes down both."""

    def __init__(self, env, speech, transcript):
        self.env, self.speech, self.transcript = env, speech, transcript
        self.lines_taken = 0

    def write(self, line):
        print(line, file=self.transcript, flush=True)

    def part(self, title):
        self.write(f"\n== {title}")

    def press(self, *keys, until=None):
        """Presses them one after the other; with `until`, each time waits for these words."""
        for key in keys:
            heard = self.after(READER_KEYS.get(key, key), ["key", key], until)
        return heard

    def type(self, text, shown=None):
        # With a pause between the letters that lets each be heard.
        return self.after(f"typing: {shown or text}", ["type", "--delay", "350", text])

    def go_to(self, words, key="Tab"):
        """Presses a key until these words are spoken."""
        for _ in range(STEPS_MAX):
            heard = self.press(key)
            if any(words in said for said in heard):
                return
        raise Broken(f"{key} never led to: {words}")

    def read_lines(self, until=None):
        """The window line by line from its top; scrolls on until these words, if there are any."""
        for _ in range(WINDOWS_MAX):
            said = heard = self.press("Insert+KP_Home")
            while heard:
                heard = self.press("KP_Prior")
                said = said + heard
            # Orca goes through what was in view when it began, so it begins anew after scrolling.
            self.press("KP_Subtract")
            if until is None or any(until in words for words in said):
                return
            self.press("Next")
        raise Broken(f"No line of the page says: {until}")

    def after(self, title, hand, until=None):
        subprocess.run(["xdotool", *hand], env=self.env, check=True, timeout=30)
        return self.hear(title, until)

    def hear(self, title, until=None):
        begin = time.time()

        def is_said():
            return until is None or any(until in (words or "") for _, words in self.said())

        def is_quiet():
            last = max([begin, *(ends for _, ends, _ in self.spoken())])
            return is_said() and time.time() - last > QUIET_S

        self.write(title)
        try:
            wait_for(is_quiet, ANSWER_S, f"After {title!r} was never said: {until}")
        finally:
            spoken = self.spoken()
            self.lines_taken += len(self.said())
            for words, _, is_heard in spoken:
                self.write(f"    {words}{'' if is_heard else '   [cut off]'}")
            if not spoken:
                self.write("    [nothing]")
        return [words for words, _, _ in spoken]

    def said(self):
        """What Orca handed to its voice since the last key: times and words, as they are written."""
        lines = self.speech.read_text(encoding="utf-8").splitlines(keepends=True)
        return [json.loads(line) for line in lines[self.lines_taken:] if line.endswith("\n")]

    def spoken(self):
        """The same as a voice speaks it, one thing after the other: words, end, heard to the end."""
        spoken = []
        for moment, words in self.said():
            if words is None:
                spoken = [(said, min(ends, moment), is_heard and ends <= moment)
                          for said, ends, is_heard in spoken]
            else:
                begins = max([moment, *(ends for _, ends, _ in spoken)])
                spoken.append((words, begins + len(words) / CHARACTERS_A_SECOND, True))
        return spoken


def log_the_day(hearing):
    hearing.part("The lock")
    hearing.type(PASSPHRASE, shown="the passphrase")
    hearing.press("Return", until="How was today?")

    hearing.part("Mood")
    hearing.go_to("Good")
    hearing.press("KP_Enter")
    hearing.press("space", until="saved")

    hearing.part("A boundary's answer")
    hearing.go_to("Kept")
    hearing.press("space", until="saved")

    hearing.part("A note")
    hearing.go_to("Add a note")
    hearing.press("Return", until="What you want to remember")
    hearing.type("Walked home.")
    hearing.press("Home", "ctrl+Right", "End")
    hearing.press("Escape", "Escape")

    hearing.part("Screen time, by Return and by the arrows")
    for group, keys in (("Internet", ["Return", "Return"]), ("Social media", ["Up", "Up", "Up"]),
                        ("AI tools", ["Right", "Right", "Left"])):
        hearing.go_to(f"{group}, more")
        hearing.press(*keys, until="saved")

    hearing.part("Today, read back line by line")
    hearing.read_lines(until="You noted")

    hearing.part("Trends, line by line")
    hearing.press("3", until="Trends")
    hearing.read_lines(until="they are not a score")

    hearing.part("Help now, opened and closed")
    hearing.go_to("Help now")
    hearing.press("Return")
    hearing.read_lines()
    hearing.press("Escape")

    hearing.part("Locked again")
    hearing.press("ctrl+l", until="Passphrase")


def prepare_a_session(hearing):
    hearing.part("The lock")
    hearing.type(PASSPHRASE, shown="the passphrase")
    hearing.press("Return", until="Caseload")

    hearing.part("The caseload, line by line")
    hearing.read_lines()

    hearing.part("A client is opened")
    hearing.go_to("Robin")
    hearing.press("Return")

    hearing.part("The brief, line by line")
    hearing.read_lines()

    hearing.part("A page is answered")
    hearing.press("2")
    hearing.go_to("I put the phone")
    hearing.press("Return", "r")
    hearing.type("Thank you.")
    hearing.press("ctrl+Return", until="notification")

    hearing.part("A limit is composed, and left")
    hearing.press("4")
    hearing.go_to("Propose a boundary")
    hearing.press("Return")
    hearing.read_lines()
    hearing.press("Escape")

    hearing.part("Locked again")
    hearing.press("ctrl+l", until="Passphrase")


STORIES = {"client": ("a day was logged", log_the_day),
           "clinician": ("a session was prepared and a page answered", prepare_a_session)}


# ---- The stage ---------------------------------------------------------------------------------


def program_version(command, env):
    return subprocess.run([command, "--version"], env=env, capture_output=True, text=True,
                          timeout=START_S).stdout.strip()


def record(build, folder, transcript, whose):
    env = scratch_environment(folder)
    make_client(build, folder, env)
    with contextlib.ExitStack() as stage:
        start = lambda name, *command, **more: stage.enter_context(
            running(list(command), folder / f"{name}.log", env, **more))
        display = start("xvfb", "Xvfb", "-displayfd", "1", "-screen", "0", "1000x800x24",
                        "-nolisten", "tcp", stdout=subprocess.PIPE)
        env["DISPLAY"] = ":" + first_line(display, "Xvfb")
        bus = start("bus", "dbus-daemon", "--session", "--nofork", "--nopidfile",
                    "--print-address=1", stdout=subprocess.PIPE)
        env["DBUS_SESSION_BUS_ADDRESS"] = first_line(bus, "The session bus")

        speech = folder / "speech"
        speech.touch()
        env["WRITTEN_SPEECH"] = str(speech)
        env["PYTHONPATH"] = str(pathlib.Path(__file__).resolve().parent)
        env["PYTHONDONTWRITEBYTECODE"] = "1"
        settings = folder / "data" / "orca" / "orca-customizations.py"
        settings.parent.mkdir()
        # All else is as Orca is when it is new.
        settings.write_text("from orca import settings\n"
                            "settings.speechServerFactory = 'written_speech'\n"
                            "settings.enableBraille = settings.enableSound = False\n")
        hearing = Hearing(env, speech, transcript)
        today = datetime.datetime.now(datetime.timezone.utc).date()
        told, story = STORIES[whose]
        hearing.write(f"What Orca {program_version('orca', env)} said while {told} in "
                      f"Evenkeel's window by keyboard alone.\nRecorded by record_day.py on {today}. "
                      "No blind person has tried it yet.")
        hearing.part("The reader and the window start")
        start("orca", "orca")
        hearing.hear("(orca)", until="Screen reader on")
        start("window", str(build / "evenkeel"), "--profile", str(folder / whose))
        # Without a window manager nobody gives it the keyboard.
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "Evenkeel",
                        "windowfocus"], env=env, check=True, timeout=START_S)
        hearing.hear("(evenkeel)", until="Passphrase")
        story(hearing)


def main():
    # Whoever ends this script ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    whose = sys.argv[3] if len(sys.argv) == 4 else "client"
    if len(sys.argv) not in (3, 4) or whose not in STORIES:
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, \
            open(sys.argv[2], "w", encoding="utf-8") as transcript:
        try:
            record(build, pathlib.Path(folder), transcript, whose)
        except (Broken, OSError, subprocess.SubprocessError) as trouble:
            print(f"[broken off: {trouble}]", file=transcript)
            sys.exit(f"{trouble}\nWhat was heard until then is in {sys.argv[2]}.")


if __name__ == "__main__":
    main()
