// The program's screens and what is between them: where the person is, what they are typing, what
// was asked of the engine. It knows no thread and no file.
#pragma once

#include "app/model/snapshot.h"
#include "app/ui/kit/ui.h"

#include <functional>
#include <memory>
#include <string_view>

namespace evenkeel::ui {

class App {
public:
    // `post` hands an intent to the engine. `locale` is the system's, as "en_IE.UTF-8": its
    // country's crisis numbers are shown first. Empty where the system says nothing.
    explicit App(std::function<void(model::Intent)> post, std::string_view locale = {});
    ~App();

    void show(model::SnapshotPtr snapshot);
    // Describes one frame. Called within Ui::frame.
    void draw(Ui& ui);
    // The look this person wishes for, upon what the display is.
    [[nodiscard]] Look look_for(const Look& display) const;
    // The app goes to the background or the system sleeps: drafts are kept, the profile locks.
    void suspend();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace evenkeel::ui
