// The program that is killed: a client that logs and sends, and says so only when it is true. It
// also holds the recorder, which writes down what the client said.
#include "tests/killer/must.h"
#include "tests/killer/people.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <random>
#include <thread>
#include <unistd.h>
#include <vector>

namespace evenkeel::test {
namespace {

constexpr std::int64_t turn_ms_max = 10'000;
constexpr std::chrono::milliseconds pause_offline{20};

// One write, so that a line is said whole or not at all.
void say(const std::string& line) {
    const std::string whole = line + "\n";
    const auto size = static_cast<ssize_t>(whole.size());
    require(write(STDOUT_FILENO, whole.data(), whole.size()) == size, "Nobody listens.");
}

class Worker {
public:
    Worker(const std::string& folder, std::uint64_t seed)
        : profile_(open_profile(outside_, folder)),
          identity_(identity_of(*profile_)),
          transport_(client::make_http_transport(identity_.server)),
          turn_(*profile_, identity_, *transport_),
          seeded_(seed) {}

    [[noreturn]] void work() {
        for (;;) {
            for (std::uint64_t count = seeded_() % 3 + 1; count > 0; --count) log_one();
            sync();
        }
    }

private:
    void log_one() {
        const bool is_private = seeded_() % 4 == 0;
        // No two notes are alike, so that a doubled entry would show.
        const std::string note = "note " + to_hex(outside_.random->id<EntityId>());
        const EntityId id =
            log_rating(*profile_, identity_.care_vault, note, seeded_() % 11, {"work", "sleep"},
                       is_private ? store::Placement::private_ : store::Placement::shared);
        say("saved " + to_hex(id));
        unsent_.push_back(to_hex(id));
    }

    void sync() {
        turn_.hurry(outside_.clock.now());
        const auto report = must("sync", turn_.run_until_settled(turn_ms_max));
        if (report.state != client::SyncState::settled || report.pending > 0) {
            std::this_thread::sleep_for(pause_offline);
            return;
        }
        for (const std::string& id : unsent_) say("sent " + id);
        unsent_.clear();
        // What earlier lives of this client had saved is sent too.
        if (!std::exchange(settled_, true)) say("settled");
    }

    Outside outside_;
    ProfileOwner profile_;
    client::Identity identity_;
    std::unique_ptr<client::Transport> transport_;
    client::SyncTurn turn_;
    std::mt19937_64 seeded_;
    std::vector<std::string> unsent_;
    bool settled_ = false;
};

int record(const std::string& path) {
    const File file = open_to_append(path);
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count <= 0) return count == 0 ? 0 : 1;
        if (write(file.number(), buffer.data(), static_cast<std::size_t>(count)) != count) return 1;
    }
}

}  // namespace
}  // namespace evenkeel::test

int main(int argc, char** argv) {
    using namespace evenkeel::test;
    try {
        const Words words(argv + 1, argv + argc);
        if (words.size() == 2 && words[0] == "record") return record(words[1]);
        require(words.size() == 3 && words[0] == "work", "Usage: record FILE | work FOLDER SEED");
        Worker(words[1], std::stoull(words[2])).work();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
