// How the terminal writes an intake's questions and answers.
#pragma once

#include "app/model/intake_standing.h"
#include "core/domain/intake_rules.h"

#include <nlohmann/json.hpp>

#include <string>

namespace evenkeel::cli {

// The whole question with its name, its help and its choices by name.
std::string question_lines(const IntakeQuestion& question);
std::string all_question_lines();

// What was said, part by part, the change since the one before first. A client is told what their
// care team can read of it.
std::string intake_lines(const model::IntakeStanding& standing, const store::KeptIntake& kept,
                         Role reader);

nlohmann::json questions_json();
nlohmann::json intake_json(const model::IntakeStanding& standing, const store::KeptIntake& kept);

}  // namespace evenkeel::cli
