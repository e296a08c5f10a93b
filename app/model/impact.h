// What the days since each boundary began say of use and mood together, with its numbers: the same
// for the client and the clinician, each from the entries they can read.
#pragma once

#include "app/model/record_desk.h"
#include "core/insight/association.h"
#include "core/insight/before_after.h"

namespace evenkeel::model {

// Of one boundary in force. Of rules that name no use there is nothing to set beside mood.
struct BoundaryImpact {
    EntityId boundary;
    std::string title;  // "Social media, at most 60 min"
    Day began;
    std::string study_question;  // what both want to learn, fixed beforehand; empty: nothing
    struct Use {
        std::string words;  // "social media"
        insight::Association association;
        insight::BeforeAfter step;
        insight::OtherEvents events = insight::OtherEvents::none_known;
        ByteArray<16> data{};  // of all values that were looked at
    };
    std::optional<Use> use;
};

// In the order of the book. Reads at most 28 weeks around each beginning: the days of after end
// with the last look, or today.
Result<std::vector<BoundaryImpact>> read_impact(RecordDesk& desk, Day today);

// One paragraph for each, or one that there is none. Never that one thing led to another.
std::vector<std::string> impact_sentences(const std::vector<BoundaryImpact>& impact);
// What is said of use and mood on the same day alone, without the boundary's name; for charts.
std::string association_sentence(const BoundaryImpact::Use& use);

}  // namespace evenkeel::model
