// `practice create` and `invite`: what a practice does before clients come.
#include "app/cli/commands.h"
#include "app/model/qr_code.h"
#include "core/domain/local_time.h"
#include "sync/client/enrolment.h"
#include "sync/client/server_address.h"

#include <png.h>

#include <cstdio>

namespace evenkeel::cli {

namespace {

struct CreateOptions {
    std::string server, setup_code, pin, name, clinician, recovery_out;
};

Result<void> create_practice(Session& session, const CreateOptions& options) {
    TRY_ASSIGN(const client::ServerAddress server,
               client::parse_server_url(options.server, options.pin));
    TRY_ASSIGN(client::Profile * profile, session.profile_or_new());
    TRY_ASSIGN(const auto created, client::create_practice(*profile,
                                                           {.server = server,
                                                            .setup_code = options.setup_code,
                                                            .practice_name = options.name,
                                                            .clinician_name = options.clinician},
                                                           [&](const std::string& sheet) {
                                                               return write_file(
                                                                   options.recovery_out, sheet);
                                                           }));
    session.say(
        "The practice is set up, and this device is its first.\n"
        "Print the recovery sheet twice, keep the copies in two places, and delete the file: who "
        "has it can open every shared record.");
    session.print({{"practice", to_hex(created.identity.root)},
                   {"user_id", to_hex(created.identity.user)},
                   {"device_id", to_hex(created.identity.keys.id)}});
    return {};
}

// A QR code as a black and white picture, eight pixels a module, with the quiet zone readers need.
Result<void> write_qr(const std::string& path, const std::string& link) {
    constexpr std::size_t pixels_per_module = 8;
    constexpr std::size_t quiet_modules = 4;
    const auto code = model::qr_code_of(link);
    if (!code) return Error(ErrorCode::internal, "The QR code cannot be made.");
    const std::size_t side = (code->width + 2 * quiet_modules) * pixels_per_module;
    Bytes pixels(side * side, 255);
    for (std::size_t y = 0; y < code->width * pixels_per_module; ++y) {
        for (std::size_t x = 0; x < code->width * pixels_per_module; ++x) {
            if (!code->is_dark(x / pixels_per_module, y / pixels_per_module)) continue;
            const std::size_t border = quiet_modules * pixels_per_module;
            pixels[(y + border) * side + x + border] = 0;
        }
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(side);
    image.height = static_cast<png_uint_32>(side);
    image.format = PNG_FORMAT_GRAY;
    if (png_image_write_to_file(&image, path.c_str(), 0, pixels.data(),
                                static_cast<png_int_32>(side), nullptr) == 0) {
        return Error(ErrorCode::invalid_input, "The picture cannot be written there.");
    }
    return {};
}

struct InviteOptions {
    std::string name;
    std::string qr_file;
    std::string back;  // the client who lost every device
};

Result<void> invite(Session& session, trust::InviteRole role, const InviteOptions& options) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY(session.identity());
    std::optional<VaultId> record;
    if (!options.back.empty()) {
        TRY_ASSIGN(record, session.record(options.back));
    }
    const std::string& name = options.name.empty() ? options.back : options.name;
    TRY_ASSIGN(const auto issued, client::issue_invite(*profile, role, name, record));
    if (!options.qr_file.empty()) TRY(write_qr(options.qr_file, issued.link));
    session.say(issued.link);
    session.say("It works once, until " + print_rfc3339(issued.expires) +
                ". Hand it over yourself: who has it can join in that person's place.");
    session.print({{"link", issued.link}, {"expires", print_rfc3339(issued.expires)}});
    return {};
}

void add_invite(CLI::App& parent, const Chosen& choose, const char* name, const char* help,
                trust::InviteRole role) {
    CLI::App* command = parent.add_subcommand(name, help);
    auto options = std::make_shared<InviteOptions>();
    command->add_option("--name", options->name, "What you call that person or device")
        ->type_name("NAME");
    command->add_option("--qr", options->qr_file, "Also write the link as a QR code")
        ->type_name("FILE.png");
    if (role == trust::InviteRole::client) {
        command
            ->add_option("--back", options->back,
                         "A client who lost every device, back into the record they had")
            ->type_name("NAME");
    }
    command->callback(
        [=] { choose([=](Session& session) { return invite(session, role, *options); }); });
}

}  // namespace

void add_practice_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* practice = app.add_subcommand("practice", "Set up a practice on its own server");
    practice->require_subcommand(1);
    CLI::App* create = practice->add_subcommand(
        "create", "Make the practice, its recovery sheet and its first device");
    auto options = std::make_shared<CreateOptions>();
    create->add_option("--server", options->server, "As `evenkeel-server init` printed it")
        ->required()
        ->type_name("URL");
    create->add_option("--setup-code", options->setup_code, "As `evenkeel-server init` printed it")
        ->required()
        ->type_name("CODE");
    create->add_option("--pin", options->pin, "The server's pin, for a self-signed certificate")
        ->type_name("PIN");
    create->add_option("--name", options->name, "The practice's name, shown to clients")
        ->required()
        ->type_name("NAME");
    create->add_option("--clinician", options->clinician, "Your name, shown to clients")
        ->required()
        ->type_name("NAME");
    create->add_option("--recovery-out", options->recovery_out, "Where to write the recovery sheet")
        ->required()
        ->type_name("FILE");
    create->callback(
        [=] { choose([=](Session& session) { return create_practice(session, *options); }); });

    add_policy_command(*practice, choose);

    CLI::App* invite_command =
        app.add_subcommand("invite", "Make a link that lets somebody in once");
    invite_command->require_subcommand(1);
    add_invite(*invite_command, choose, "client", "Invite a client (72 hours)",
               trust::InviteRole::client);
    add_invite(*invite_command, choose, "clinician", "Invite a colleague (72 hours)",
               trust::InviteRole::clinician);
    add_invite(*invite_command, choose, "device", "Add another device of your own (10 minutes)",
               trust::InviteRole::device);
}

}  // namespace evenkeel::cli
