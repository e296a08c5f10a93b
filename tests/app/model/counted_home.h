// A client's computer whose time is counted while the window is closed. The desktop is played;
// files, store and seals are real.
#pragma once

#include "app/model/outside_counts.h"
#include "app/model/reminder_files.h"
#include "core/base/files.h"
#include "tests/app/model/people.h"
#include "tests/app/model/played_desktop.h"

#include <filesystem>

namespace evenkeel::test {

// A client who is counted by the window in front, also while it is closed.
struct CountedHome {
    World world;
    PlayedDesktop desktop;
    PlayedAutostart autostart;
    Person clinician = founder(world);
    Person client;
    Day today = client.sees()->client->today.today;
    std::string folder = (world.folder / "Ada").string();

    CountedHome() : client((play(), client_of(world, clinician, "Ada", all_kinds()))) {
        client.does(model::ChangeSettings{{.lock_after_minutes = 0}});
        client.does(model::SetCounting{model::CountingBy::window});
        client.does(model::SetCountingClosed{true});
    }
    void play() {
        world.background = &autostart;
        world.active_window = &desktop;
    }
    model::ReminderFiles files() { return {folder, world.secrets, world.random}; }
    // The profile, while no window has it open.
    std::unique_ptr<client::Profile> opened() {
        return need(
            client::Profile::open(folder, words, {world.clock, world.random, world.secrets}));
    }
    // As the program without its window does, from its start to its end.
    void counts_outside(int minutes, bool is_killed = false) {
        model::OutsideCounter counter(folder, world.random);
        counter.count_by(need(files().read_counting()));
        for (int i = 0; i < minutes; ++i) look(counter);
        if (!is_killed) counter.keep();
    }
    void look(model::OutsideCounter& counter) {
        world.clock.at.ms += ms_per_minute;
        desktop.program = "discord";
        counter.look(desktop, world.clock.at, world.clock.zone_name());
        desktop.program.clear();
    }
    // "Social media 3; "
    std::string proposed() {
        std::string text;
        for (const model::CountedProposal& proposal : client.sees()->client->counting.proposals) {
            for (const model::CountedLine& line : proposal.lines) {
                text += line.title + " " + std::to_string(line.minutes) + "; ";
            }
        }
        return text;
    }
    [[nodiscard]] std::vector<std::string> sealed() const {
        std::vector<std::string> paths;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            const std::string name = file.path().filename().string();
            if (name.starts_with("counted-")) paths.push_back(file.path().string());
        }
        return paths;
    }
};

}  // namespace evenkeel::test
