// A day in another language, whole: what the model says and what the screens say.
#pragma once

#include "app/ui/host/picture.h"

#include <map>
#include <string>

namespace evenkeel::test {

// The main screens of a client who chose German, over a real store, by the names of their pictures.
// Speaks English again when it returns.
std::map<std::string, ui::Pixels> german_day();

}  // namespace evenkeel::test
