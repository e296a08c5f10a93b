// `boundary review`: what came out when a boundary was looked at in a session.
#include "app/cli/boundary_options.h"
#include "app/cli/commands.h"
#include "app/model/boundary_reviews.h"
#include "app/model/phrases.h"
#include "core/domain/local_time.h"

namespace evenkeel::cli {

namespace {

struct ReviewOptions {
    std::string id, client_name, next, words;
    bool keep = false, change = false, pause = false, end = false;
};

Result<ReviewOutcome> outcome_of(const ReviewOptions& options) {
    if (options.keep + options.change + options.pause + options.end != 1) {
        return Error(ErrorCode::invalid_input, "Say one of --keep, --change, --pause and --end.");
    }
    if (options.keep) return ReviewOutcome::keep;
    if (options.change) return ReviewOutcome::change;
    return options.pause ? ReviewOutcome::pause : ReviewOutcome::end;
}

Result<void> review(Session& session, const ReviewOptions& options) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role == Role::client) {
        return Error(ErrorCode::refused,
                     "Your clinician notes what came out of a review; pause or withdraw yourself "
                     "at any time.");
    }
    model::ReviewAsked asked{.boundary = {},
                             .version = 1,
                             .outcome = ReviewOutcome::keep,
                             .words = options.words,
                             .next = std::nullopt,
                             .author = self.user};
    TRY_ASSIGN(asked.outcome, outcome_of(options));
    if (!options.next.empty()) {
        TRY_ASSIGN(asked.next, parse_date(options.next));
    }
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto book, client::boundaries(*profile, record));
    TRY_ASSIGN(asked.boundary, find_boundary(book, options.id));
    for (const BoundaryStanding& standing : book.standings) {
        if (standing.boundary == asked.boundary && standing.in_force) {
            asked.version = book.versions[*standing.in_force].document.version;
        }
    }
    TRY_ASSIGN(const auto saved, model::review_boundary(*profile, record, asked));
    session.say(std::string("Noted: ") + model::outcome_words(asked.outcome).text +
                ". Both sides read it after the next sync.");
    if (asked.outcome == ReviewOutcome::change) {
        session.say(
            "Propose the new terms with `boundary counter`; until both have signed them "
            "the present ones hold.");
    }
    session.print(
        {{"entry_id", to_hex(saved.id)},
         {"outcome", name(asked.outcome).text},
         {"next_review", asked.next ? nlohmann::json(print_date(*asked.next)) : nlohmann::json()}});
    return {};
}

Result<void> list(Session& session, const ReviewOptions& options) {
    TRY_ASSIGN(const VaultId record,
               session.open_record(options.client_name, ViewedSection::boundaries));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto book, client::boundaries(*profile, record));
    TRY_ASSIGN(const EntityId boundary, find_boundary(book, options.id));
    TRY_ASSIGN(const auto reviews, store::read_reviews(profile->store(), record));
    nlohmann::json listed = nlohmann::json::array();
    for (const BoundaryReview& one : reviews) {
        if (one.boundary != boundary) continue;
        const std::string words = one.words ? one.words->reveal() : "";
        session.say(print_date(one.when.day) + "  " + model::outcome_words(one.outcome).text +
                    (words.empty() ? "" : ": " + words) +
                    (one.next ? "  Next review on " + print_date(*one.next) + "." : ""));
        listed.push_back(
            {{"day", print_date(one.when.day)},
             {"outcome", name(one.outcome).text},
             {"version", one.version},
             {"words", words},
             {"next_review", one.next ? nlohmann::json(print_date(*one.next)) : nlohmann::json()}});
    }
    if (listed.empty()) session.say("It was not reviewed yet.");
    session.print({{"reviews", listed}});
    return {};
}

}  // namespace

void add_review_commands(CLI::App& boundary, const Chosen& choose) {
    const auto options = std::make_shared<ReviewOptions>();
    CLI::App* command =
        boundary.add_subcommand("review", "Clinicians: what came out of a review in a session");
    command->add_option("id", options->id, "The boundary's id, or its first digits")->required();
    command->add_option("--client", options->client_name, "With whom")->type_name("NAME");
    command->add_flag("--keep", options->keep, "It stays as it is");
    command->add_flag("--change", options->change, "It is to be changed");
    command->add_flag("--pause", options->pause, "It is paused");
    command->add_flag("--end", options->end, "It ends");
    command->add_option("--next", options->next, "When it is looked at again")->type_name("DATE");
    command->add_option("--note", options->words, "What was said")->type_name("TEXT");
    command->callback([=] { choose([=](Session& session) { return review(session, *options); }); });

    const auto listed = std::make_shared<ReviewOptions>();
    CLI::App* list_command = boundary.add_subcommand("reviews", "What came out of its reviews");
    list_command->add_option("id", listed->id, "The boundary's id, or its first digits")
        ->required();
    list_command->add_option("--client", listed->client_name, "Clinicians: with whom")
        ->type_name("NAME");
    list_command->callback(
        [=] { choose([=](Session& session) { return list(session, *listed); }); });
}

}  // namespace evenkeel::cli
