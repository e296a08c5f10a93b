// `prompt drafting` and `prompt draft`: questions drafted by a language model, for a clinician to
// edit and approve with `prompt add --drafted`.
#include "app/cli/commands.h"
#include "app/model/drafting.h"
#include "core/base/files.h"
#include "core/base/limits.h"
#include "core/report/draft_json.h"

namespace evenkeel::cli {

namespace {

struct DraftingOptions {
    std::string url, model, key_file;
    bool off = false;
};

Result<client::Profile*> clinicians_profile(Session& session) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role == Role::client) {
        return Error(ErrorCode::invalid_input, "Questions are drafted for clinicians only.");
    }
    return session.profile();
}

Result<std::string> read_key(const std::string& path) {
    if (path.empty()) return std::string();
    TRY_ASSIGN(const Bytes bytes, read_whole_file(path, limits::drafting_word_bytes_max));
    std::string key = to_string(bytes);
    while (key.ends_with('\n') || key.ends_with('\r')) key.pop_back();
    return key;
}

Result<void> drafting(Session& session, const DraftingOptions& options) {
    TRY_ASSIGN(client::Profile * profile, clinicians_profile(session));
    if (options.off) TRY(client::forget_drafting_service(profile->store()));
    if (!options.url.empty()) {
        TRY_ASSIGN(std::string key, read_key(options.key_file));
        TRY(client::set_drafting_service(
            profile->store(), {.url = options.url, .model = options.model, .key = std::move(key)}));
    }
    TRY_ASSIGN(const auto service, client::drafting_service(profile->store()));
    session.say(service ? "Themes you have drafted go to " + client::host_of(service->url) +
                              ", and nothing else does. This holds for this device."
                        : "Drafting by a model is off on this device.");
    session.print({{"host", service ? nlohmann::json(client::host_of(service->url)) : nullptr},
                   {"model", service ? nlohmann::json(service->model) : nullptr}});
    return {};
}

Result<void> draft(Session& session, const std::string& theme) {
    TRY_ASSIGN(client::Profile * profile, clinicians_profile(session));
    TRY_ASSIGN(const auto service, client::drafting_service(profile->store()));
    if (!service) {
        return Error(ErrorCode::invalid_input,
                     "Drafting by a model is off on this device; turn it on with prompt drafting.");
    }
    TRY_ASSIGN(const std::string request, draft_request(service->model, theme));
    const auto transport = client::make_drafting_transport(*service);
    const ByteView bytes = as_bytes(request);
    const auto answer = client::post(*transport, Bytes(bytes.begin(), bytes.end()));
    TRY_ASSIGN(const auto drafts, model::drafts_of(answer));
    for (const std::string& each : drafts) session.say(each);
    session.say(
        "Nobody sees one of these until you have edited it and kept it with prompt add --drafted.");
    session.print({{"drafts", drafts}});
    return {};
}

}  // namespace

void add_draft_commands(CLI::App& prompt, const Chosen& choose) {
    CLI::App* drafting_command = prompt.add_subcommand(
        "drafting", "The model that drafts questions on this device; with an option, change it");
    auto options = std::make_shared<DraftingOptions>();
    auto* url = drafting_command->add_option(
        "--url", options->url, "Where it speaks the chat completions protocol, as https://HOST/v1");
    auto* model =
        drafting_command->add_option("--model", options->model, "As that server calls it");
    url->needs(model);
    model->needs(url);
    drafting_command
        ->add_option("--key-file", options->key_file, "Holds the key it asks for, if it does")
        ->type_name("FILE")
        ->needs(url);
    drafting_command->add_flag("--off", options->off, "Ask no model any more")->excludes(url);
    drafting_command->callback(
        [=] { choose([=](Session& session) { return drafting(session, *options); }); });

    CLI::App* draft_command =
        prompt.add_subcommand("draft", "Have questions drafted; only the theme is sent");
    auto theme = std::make_shared<std::string>();
    draft_command->add_option("theme", *theme, "A theme, one line; never of a person")->required();
    draft_command->callback(
        [=] { choose([=](Session& session) { return draft(session, *theme); }); });
}

}  // namespace evenkeel::cli
