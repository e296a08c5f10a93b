// `show trends`: what a span of days gives back, in words. All that the window's charts say.
#include "app/cli/commands.h"
#include "app/model/record_desk.h"
#include "app/model/trends_view.h"
#include "core/store/entries.h"

namespace evenkeel::cli {

namespace {

struct TrendsOptions {
    std::size_t days = 14;
    std::string client_name;
};

Result<void> show_trends(Session& session, const TrendsOptions& options) {
    TRY_ASSIGN(const VaultId record, session.open_record(options.client_name, ViewedSection::days));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const Day today, store::today(profile->store()));
    model::RecordDesk desk(*profile, record);
    TRY_ASSIGN(const auto trends, model::trends_view(desk, today, options.days));
    session.say(trends.noted);
    session.say(trends.mood);
    for (const std::string& sentence : trends.use) session.say(sentence);
    nlohmann::json boundaries = nlohmann::json::array();
    for (const model::AgreedStrip& strip : trends.kept) {
        session.say(strip.title + ": " + strip.sentence);
        boundaries.push_back({{"title", strip.title}, {"kept", strip.sentence}});
    }
    for (const std::string& sentence : trends.impact) session.say(sentence);
    session.print({{"days", options.days},
                   {"days_noted", trends.days_noted},
                   {"noted", trends.noted},
                   {"mood", trends.mood},
                   {"use", trends.use},
                   {"boundaries", boundaries},
                   {"impact", trends.impact}});
    return {};
}

}  // namespace

void add_trends(CLI::App& show, const Chosen& choose) {
    CLI::App* command = show.add_subcommand(
        "trends", "Days noted, medians, boundaries kept, and use and mood together");
    auto options = std::make_shared<TrendsOptions>();
    command->add_option("--days", options->days, "14, 28 or 90")
        ->check(CLI::IsMember({14, 28, 90}))
        ->type_name("DAYS");
    command->add_option("--client", options->client_name, "Clinicians: whose")->type_name("NAME");
    command->callback(
        [=] { choose([=](Session& session) { return show_trends(session, *options); }); });
}

}  // namespace evenkeel::cli
