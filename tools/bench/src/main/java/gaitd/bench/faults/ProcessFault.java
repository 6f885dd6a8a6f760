package gaitd.bench.faults;

import java.io.IOException;
import java.util.Locale;

/** What happens to the processes of a robot, and to the files that they share. */
enum ProcessFault {
    /** The control process does not run for a second. */
    CONTROL_PAUSED("does not run for a second (SIGSTOP, SIGCONT)") {
        @Override
        void happen(final LiveProcesses live) throws IOException, InterruptedException {
            live.signal(live.control(), "STOP");
        }

        @Override
        void pass(final LiveProcesses live) throws IOException, InterruptedException {
            live.signal(live.control(), "CONT");
        }
    },
    /** The control process is told to end. */
    CONTROL_ENDED("is told to end (SIGTERM)") {
        @Override
        void happen(final LiveProcesses live) throws IOException, InterruptedException {
            live.signal(live.control(), "TERM");
        }
    },
    /** The control process is killed. */
    CONTROL_KILLED("is killed (SIGKILL)") {
        @Override
        void happen(final LiveProcesses live) throws IOException, InterruptedException {
            live.signal(live.control(), "KILL");
        }
    },
    /** The companion does not run any more. */
    COMPANION_PAUSED("does not run any more (SIGSTOP)") {
        @Override
        void happen(final LiveProcesses live) throws IOException, InterruptedException {
            live.signal(live.companion(), "STOP");
        }
    },
    /** The companion is killed. */
    COMPANION_KILLED("is killed (SIGKILL)") {
        @Override
        void happen(final LiveProcesses live) throws IOException, InterruptedException {
            live.signal(live.companion(), "KILL");
        }
    },
    /** Random bytes in the ring of commands. */
    COMMANDS_GARBAGE("random bytes in the ring of commands") {
        @Override
        void happen(final LiveProcesses live) throws IOException {
            live.fill("operators/commands");
        }
    },
    /** Random bytes in the word that stops. */
    STOPWORD_GARBAGE("random bytes in the word that stops") {
        @Override
        void happen(final LiveProcesses live) throws IOException {
            live.fill("stop");
        }
    },
    /** Random bytes in the learner's weights and in the counters. */
    WEIGHTS_GARBAGE("random bytes in the learner's weights and in the counters") {
        @Override
        void happen(final LiveProcesses live) throws IOException {
            live.fill("policy");
            live.fill("counters");
        }
    };

    /** What happens, for the list. */
    final String meaning;

    ProcessFault(final String meaning) {
        this.meaning = meaning;
    }

    /** Its name in tables and patterns. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The fault of a name; null when it is another component's. */
    static ProcessFault of(final String name) {
        for (final ProcessFault fault : values()) {
            if (fault.key().equals(name)) {
                return fault;
            }
        }
        return null;
    }

    /**
     * Makes it happen.
     *
     * @param live to whom
     * @throws IOException when it cannot be done
     * @throws InterruptedException when the campaign is to end
     */
    abstract void happen(LiveProcesses live) throws IOException, InterruptedException;

    /**
     * Ends it, where it ends by itself.
     *
     * @param live to whom
     * @throws IOException when it cannot be done
     * @throws InterruptedException when the campaign is to end
     */
    void pass(final LiveProcesses live) throws IOException, InterruptedException {
        // lasts
    }
}
