package gaitd.robot.trial;

import java.util.List;

/**
 * The judgement of a row.
 *
 * @param reasons why it did not pass; empty when it passed
 * @param notes what a person should know though it passed
 */
record TrialVerdict(List<String> reasons, List<String> notes) {
    TrialVerdict {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }

    boolean passed() {
        return reasons.isEmpty();
    }
}
