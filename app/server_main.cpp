// evenkeel-server: the practice's mailbox. Makes a folder, serves from it, counts what is in it.
#include "platform/ports.h"
#include "sync/server/server.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <cstdio>
#include <iostream>

namespace evenkeel {
namespace {

constexpr int exit_refused = 1, exit_usage = 2;

struct Arguments {
    std::string data, listen, tls = "self-signed", root;
    bool json = false;
    server::RateLimits rates;
};

Result<void> init(const Arguments& arguments) {
    server::InitOptions options{.data = arguments.data};
    TRY_ASSIGN(options.listen, server::parse_listen_address(arguments.listen));
    TRY_ASSIGN(options.tls, server::parse_tls_mode(arguments.tls));
    if (!arguments.root.empty()) {
        const auto bytes = from_hex(arguments.root);
        options.root.emplace();
        if (!bytes || bytes->size() != options.root->size()) {
            return Error(ErrorCode::invalid_input, "A root fingerprint has 32 hexadecimal digits.");
        }
        std::copy(bytes->begin(), bytes->end(), options.root->begin());
    }
    const auto random = platform::make_system_random();
    const Instant now = platform::make_system_clock()->now();
    TRY_ASSIGN(const auto made, server::init_server(options, now, *random));
    if (arguments.json) {
        const nlohmann::json document{
            {"server_url", made.server_url}, {"pin", made.pin}, {"setup_code", made.setup_code}};
        std::cout << document.dump() << '\n';
        return {};
    }
    std::cout << "Server address: " << made.server_url << '\n';
    if (!made.pin.empty()) std::cout << "Certificate pin: " << made.pin << '\n';
    std::cout << (made.setup_code.empty()
                      ? "It takes the practice back from the first staff device that syncs with it."
                      : "Set-up code, for one use: " + made.setup_code)
              << '\n';
    return {};
}

// The signals are blocked before any thread starts, so that this one alone receives them.
Result<void> run(const Arguments& arguments) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    server::ServerOptions options{.data = arguments.data, .rates = arguments.rates};
    if (!arguments.listen.empty()) {
        TRY_ASSIGN(options.listen, server::parse_listen_address(arguments.listen));
    }
    const auto clock = platform::make_system_clock();
    TRY_ASSIGN(const auto running, server::Server::start(options, *clock));
    std::cout << "listening on " << running->address().text() << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    running->stop();
    return {};
}

Result<void> status(const Arguments& arguments) {
    TRY_ASSIGN(const auto counts, server::server_counts(arguments.data));
    if (arguments.json) {
        std::cout << nlohmann::json{{"vaults", counts.vaults},
                                    {"devices", counts.devices},
                                    {"envelopes", counts.envelopes},
                                    {"bytes", counts.bytes},
                                    {"ok", true}}
                  << '\n';
        return {};
    }
    std::cout << counts.vaults << " records, " << counts.devices << " devices, " << counts.envelopes
              << " sealed items, " << counts.bytes << " bytes.\n";
    return {};
}

int main_of(int count, char** words) {
    // Its memory holds the TLS key.
    platform::forbid_memory_dumps();
    platform::keep_new_files_private();
    CLI::App app("The practice server: a mailbox that cannot read what it keeps.");
    app.require_subcommand(1);
    Arguments arguments;
    auto& rates = arguments.rates;
    CLI::App* init_command = app.add_subcommand("init", "Make a server's folder");
    CLI::App* run_command = app.add_subcommand("run", "Serve until SIGTERM, which loses nothing");
    CLI::App* status_command = app.add_subcommand("status", "Check and count what a server holds");
    for (CLI::App* command : {init_command, run_command, status_command}) {
        command->add_option("--data", arguments.data, "The server's folder")->required();
    }
    init_command->add_option("--listen", arguments.listen, "HOST:PORT")->required();
    init_command->add_option("--tls", arguments.tls, "self-signed, CERT,KEY, or off (loopback)");
    init_command->add_option("--root", arguments.root, "Replace a lost server of this practice");
    run_command->add_option("--listen", arguments.listen, "HOST:PORT, instead of the one of init");
    run_command->add_option("--requests-per-minute", rates.requests_per_minute, "Per device");
    run_command->add_option("--client-bytes-per-day", rates.client_bytes_per_day, "Per device");
    run_command->add_option("--staff-bytes-per-day", rates.staff_bytes_per_day, "Per device");
    for (CLI::App* command : {init_command, status_command}) {
        command->add_flag("--json", arguments.json, "One JSON document");
    }
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : exit_usage;
    }
    const Result<void> done = *init_command  ? init(arguments)
                              : *run_command ? run(arguments)
                                             : status(arguments);
    if (done.ok()) return 0;
    std::cerr << done.error().sentence() << '\n';
    return exit_refused;
}

}  // namespace
}  // namespace evenkeel

int main(int count, char** words) { return evenkeel::main_of(count, words); }
