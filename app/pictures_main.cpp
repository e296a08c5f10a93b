#include "app/ui/host/gallery.h"
#include "platform/ports.h"
#include "sync/client/transport.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>

// Paints the screens of a profile into PNG files, which are in the clear.
int main(int argc, char** argv) {
    CLI::App command("Paints a profile's screens as PNG files");
    std::string profile, passphrase_file, folder, name = "evenkeel";
    command.add_option("--profile", profile, "Folder of the profile")->required();
    command.add_option("--passphrase-file", passphrase_file, "First line: its passphrase")
        ->required();
    command.add_option("--into", folder, "Folder of the pictures")->required();
    command.add_option("--name", name, "First word of their names");
    CLI11_PARSE(command, argc, argv);

    std::ifstream lines(passphrase_file);
    std::string passphrase;
    std::getline(lines, passphrase);
    const auto clock = evenkeel::platform::make_system_clock();
    const auto random = evenkeel::platform::make_system_random();
    const auto secrets = evenkeel::platform::make_secret_store();
    const auto files =
        evenkeel::ui::paint_gallery({.engine = {.profile_directory = profile,
                                                .ports = {*clock, *random, *secrets},
                                                .connect = evenkeel::client::make_http_transport,
                                                .cost = evenkeel::trust::password_cost_passphrase},
                                     .passphrase = passphrase,
                                     .folder = folder,
                                     .name = name});
    if (!files.ok()) {
        std::cerr << files.error().sentence() << '\n';
        return EXIT_FAILURE;
    }
    for (const std::string& file : files.value()) std::cout << file << '\n';
    return EXIT_SUCCESS;
}
