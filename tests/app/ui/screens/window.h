// A person at the window: the real screens over their own engine, store and server.
#pragma once

#include "tests/app/model/people.h"
#include "tests/app/ui/screens/gui.h"

namespace evenkeel::test {

class Window {
public:
    Window(Person& person, const ui::Look& look);

    Gui& gui() { return *gui_; }
    void tap(const std::string& name);
    // Presses the field, then types into it.
    void write(const std::string& field, const std::string& text);
    // What the engine did by itself, as a sync, is shown.
    void looks_again();
    // The program is killed, started again and unlocked.
    void is_killed_and_returns();
    [[nodiscard]] const model::Snapshot& snapshot() { return *person_.sees(); }

private:
    void open();

    Person& person_;
    ui::Look look_;
    std::unique_ptr<Gui> gui_;
};

// A clinician at a desktop and a client at a phone, who has joined.
struct TwoWindows {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    Window desk{clinician, desktop_look()};
    Window phone{client, phone_look()};

    void sync();
};

}  // namespace evenkeel::test
