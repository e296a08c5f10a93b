// What each system gives the program: one implementation per system in its own folder, chosen when
// linking.
#pragma once

#include "core/base/ports.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace evenkeel::platform {

std::unique_ptr<Clock> make_system_clock();
// One that a file tells the time, for tests; null without EVENKEEL_TEST_CLOCK=1.
std::unique_ptr<Clock> make_test_clock(const std::string& path);
std::unique_ptr<Random> make_system_random();
// Milliseconds that grow steadily, whatever happens to the wall clock.
std::int64_t steady_ms();
// Of the system, as "en_IE.UTF-8"; empty where it is not set.
std::string locale();

// The system's own key store; `available()` is false where none answers at once. The environment
// variable EVENKEEL_NO_KEYSTORE=1 forces that, for tests and for machines without a session.
std::unique_ptr<SecretStore> make_secret_store();

// Has `program` (window_program) remind while the window of that profile is closed.
std::unique_ptr<BackgroundReminders> make_background_reminders(std::string program,
                                                               std::string profile_directory);
// The program with the window, beside this one; empty if it is not there.
std::string window_program();
// Starts that program, alone; false if it cannot be.
bool start_window(const std::string& profile_directory);
// Brings the window of that profile before the person; false if none is open.
bool raise_window(const std::string& profile_directory);

// Where profiles live unless somebody says otherwise; nothing if the system names no home.
std::optional<std::string> default_data_folder();

// Where files for the person are proposed: the folder for documents, else the home folder; empty if
// the system names neither.
std::string documents_folder();

// Whether something other than the processor can draw; true where that cannot be told.
bool has_graphics_card();

// No core dumps, and no other program of this user may read our memory: it holds keys and words.
void forbid_memory_dumps();
// All of this memory is about to be written: the system provides its pages at once, where it can,
// instead of one at each first touch. Changes nothing else.
void expect_writes(void* memory, std::size_t bytes);
// One heap for all threads: few of ours ask for memory at once, and each heap of its own holds back
// some, and grows by a page at a time.
void share_one_heap();
// Lets the memory go that the code and constants of a library take, if one is loaded whose file
// name begins so; what is needed again is read from that file again. For what works at a start
// alone.
void give_back_code(std::string_view library);
// Whatever file this program makes from now on, only this person can use.
void keep_new_files_private();

// The system asks a program to end through any of its threads, and only the one that waits for
// events can obey. Call the first before there are others, the second in that one.
void keep_ending_from_threads();
void take_ending_here();

// Libraries that look for a session bus and find none would start one, or try to. Call it before
// there are threads and before anything looks: then they find that there is none.
void start_no_session_bus();

}  // namespace evenkeel::platform
