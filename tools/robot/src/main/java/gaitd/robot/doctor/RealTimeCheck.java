package gaitd.robot.doctor;

import gaitd.runtime.rt.Measure;
import gaitd.runtime.rt.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the kernel grants all real-time settings of the configuration. */
final class RealTimeCheck implements Check {
    private static final String NAME = "real-time settings";

    private final List<Outcome> outcomes;

    RealTimeCheck(final List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Finding look(final Machine machine) {
        final List<Outcome> refused = outcomes.stream().filter(Outcome::refused).toList();
        if (!refused.isEmpty()) {
            return Finding.fail(
                    NAME,
                    refused.stream()
                            .map(outcome -> outcome.measure().key + ": " + outcome.asked() + " is refused ("
                                    + outcome.reason() + ")")
                            .collect(Collectors.joining(", ")),
                    "all settings rt.* of the configuration in force",
                    refused.stream().map(Outcome::remedy).distinct().collect(Collectors.joining("; ")));
        }
        if (outcomes.stream().noneMatch(RealTimeCheck::givesPriority)) {
            return Finding.warn(
                    NAME,
                    "the configuration has no priority",
                    "rt.priority = 80, so that the control thread runs before all others",
                    "gaitd config | grep '^rt'  # then write them to the file of --config");
        }
        return Finding.ok(
                NAME,
                outcomes.stream()
                        .filter(outcome -> outcome.result() == Outcome.Result.DONE)
                        .map(outcome -> outcome.measure().key + " " + outcome.asked())
                        .collect(Collectors.joining(", ")));
    }

    private static boolean givesPriority(final Outcome outcome) {
        return outcome.measure() == Measure.PRIORITY && outcome.result() == Outcome.Result.DONE;
    }
}
