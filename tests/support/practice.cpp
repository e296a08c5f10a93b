#include "tests/support/practice.h"

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>

namespace evenkeel::test {

namespace {

// A server under a sanitizer on a busy machine may take a while to listen.
constexpr int start_wait_ms_max = 30'000;
constexpr int start_wait_step_ms = 20;

int free_port_from_log(const std::string& log, std::size_t from) {
    const std::string words = "listening on ";
    const std::size_t place = log.find(words, from);
    if (place == std::string::npos) return 0;
    const std::size_t line_end = log.find('\n', place);
    if (line_end == std::string::npos) return 0;
    const std::size_t colon = log.rfind(':', line_end);
    return std::stoi(log.substr(colon + 1, line_end - colon - 1));
}

}  // namespace

PracticeServer::PracticeServer(Programs programs, std::string folder, const std::string& tls)
    : programs_(std::move(programs)), folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    const Finished made = run_program({programs_.server, "init", "--data", data_folder(),
                                       "--listen", "127.0.0.1:0", "--tls", tls, "--json"});
    if (made.exit_code != 0) throw std::runtime_error("server init: " + made.errors);
    const auto document = nlohmann::json::parse(made.output);
    pin_ = document.value("pin", "");
    setup_code_ = document.at("setup_code");
    start();
    url_ = (tls == "off" ? "http://127.0.0.1:" : "https://127.0.0.1:") + std::to_string(port_);
}

void PracticeServer::start() {
    const std::size_t from = read_text(log_file()).size();
    std::vector<std::string> command = {programs_.server, "run", "--data", data_folder()};
    // Started again, it must be where its devices look for it.
    if (port_ != 0) {
        command.insert(command.end(), {"--listen", "127.0.0.1:" + std::to_string(port_)});
    }
    process_ = std::make_unique<Background>(command, log_file());
    for (int waited = 0; waited < start_wait_ms_max; waited += start_wait_step_ms) {
        const int port = free_port_from_log(read_text(log_file()), from);
        if (port != 0) {
            port_ = port;
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(start_wait_step_ms));
    }
    throw std::runtime_error("the server does not listen: " + read_text(log_file()));
}

void PracticeServer::stop() {
    const bool in_order = process_ && process_->stop() == 0;
    process_.reset();
    if (!in_order) throw std::runtime_error("the server broke off: " + read_text(log_file()));
}

void PracticeServer::kill_now() { process_.reset(); }

Device::Device(Programs programs, std::string folder, std::string passphrase)
    : programs_(std::move(programs)), folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    write_text(folder_ + "/passphrase", passphrase + "\n");
}

namespace {

const Environment device_environment = {
    {"EVENKEEL_TEST_CLOCK", "1"}, {"EVENKEEL_NO_KEYSTORE", "1"}, {"TZ", "Europe/Berlin"}};

}  // namespace

std::vector<std::string> Device::command_of(const std::vector<std::string>& arguments) const {
    std::vector<std::string> command = {programs_.cli, "--profile", profile_folder(),
                                        "--passphrase-file", folder_ + "/passphrase"};
    if (!now_.empty()) command.insert(command.end(), {"--now", now_});
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

Finished Device::run(const std::vector<std::string>& arguments) {
    Finished finished = run_program(command_of(arguments), device_environment);
    all_errors_ += finished.errors;
    return finished;
}

Finished Device::run_at_terminal(const std::vector<std::string>& arguments,
                                 const std::vector<std::string>& lines) {
    Finished finished = test::run_at_terminal(command_of(arguments), device_environment, lines);
    all_errors_ += finished.errors;
    return finished;
}

nlohmann::json Device::ask(const std::vector<std::string>& arguments) {
    std::vector<std::string> with_json = arguments;
    with_json.insert(with_json.begin(), "--json");
    const Finished finished = run(with_json);
    if (finished.exit_code != 0) {
        throw std::runtime_error(arguments.front() + " failed: " + finished.errors);
    }
    return nlohmann::json::parse(finished.output);
}

nlohmann::json Device::sync() { return ask({"sync", "--wait"}); }

Clinic::Clinic(const Programs& programs)
    : server(programs, folder.path("practice")),
      clinician(programs, folder.path("clinician"), passphrase),
      phone(programs, folder.path("phone"), passphrase) {
    clinician.ask({"practice", "create", "--server", server.url(), "--setup-code",
                   server.setup_code(), "--pin", server.pin(), "--name", "Practice", "--clinician",
                   "Dr. Lind", "--recovery-out", folder.path("sheet.txt")});
    link = clinician.ask({"invite", "client", "--name", "Robin"}).at("link");
    phone.ask({"join", link, "--name", "Robin", "--agree"});
}

void Clinic::sync() {
    for (int round = 0; round < 2; ++round) {
        clinician.sync();
        phone.sync();
    }
}

}  // namespace evenkeel::test
