// A practice as its people run it: the real server program, and devices that are profiles of the
// real terminal program. For stories that are told in commands.
#pragma once

#include "tests/support/process.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace evenkeel::test {

struct Programs {
    std::string cli;
    std::string server;
};

class PracticeServer {
public:
    // Makes the server's directory under `folder` and starts it on a free port of loopback.
    PracticeServer(Programs programs, std::string folder, const std::string& tls = "self-signed");

    void start();
    // SIGTERM. Throws if it does not end in order: it may have crashed before, or a sanitizer may
    // have found something at last.
    void stop();
    void kill_now();

    [[nodiscard]] const std::string& url() const { return url_; }
    [[nodiscard]] const std::string& pin() const { return pin_; }
    [[nodiscard]] const std::string& setup_code() const { return setup_code_; }
    [[nodiscard]] std::string data_folder() const { return folder_ + "/server"; }
    [[nodiscard]] std::string log_file() const { return folder_ + "/server.log"; }
    [[nodiscard]] int port() const { return port_; }

private:
    Programs programs_;
    std::string folder_;
    std::string url_, pin_, setup_code_;
    int port_ = 0;
    std::unique_ptr<Background> process_;
};

class Device {
public:
    Device(Programs programs, std::string folder, std::string passphrase);

    // The moment commands act at, RFC 3339; empty: the real time.
    void set_now(std::string now) { now_ = std::move(now); }

    // Runs a command and gives its outcome; errors and outputs are collected in `said`.
    Finished run(const std::vector<std::string>& arguments);
    // The same at a terminal where somebody types `lines`.
    Finished run_at_terminal(const std::vector<std::string>& arguments,
                             const std::vector<std::string>& lines);
    // Runs with --json, requires exit code 0, and gives the document.
    nlohmann::json ask(const std::vector<std::string>& arguments);
    // `sync --wait`, settled.
    nlohmann::json sync();

    [[nodiscard]] std::string profile_folder() const { return folder_ + "/profile"; }
    // All this device ever wrote to standard error: what could have ended in a log.
    [[nodiscard]] const std::string& all_errors() const { return all_errors_; }

private:
    [[nodiscard]] std::vector<std::string> command_of(
        const std::vector<std::string>& arguments) const;

    Programs programs_;
    std::string folder_;
    std::string now_;
    std::string all_errors_;
};

// A practice with its clinician and one client, Robin, who has joined; made anew for each story.
// The clinician confirms Robin at the first sync.
struct Clinic {
    static constexpr const char* passphrase = "fifteen or more characters";

    explicit Clinic(const Programs& programs);
    // Until each side has what the other wrote.
    void sync();

    ScratchFolder folder;
    PracticeServer server;
    Device clinician;
    Device phone;
    std::string link;  // that Robin joined by
};

}  // namespace evenkeel::test
