// What is sealed outside the lock for the open profile (app/model/outside_answers.h,
// outside_counts.h) lies in numbered files beside the store, and goes with the profile.
#pragma once

namespace evenkeel::client {

// Of each kind at most so many, from 0 on.
constexpr int sealed_files_max = 64;

}  // namespace evenkeel::client
