package gaitd.lab.imitate;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.learn.Demonstrations;
import gaitd.robot.replay.RecordedPolicy;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the policy of recordings did, cut into sequences of the same length; a last one that is shorter is left out. */
final class RecordedTeacher {
    private final int steps;
    private final List<float[]> inputs = new ArrayList<>();
    private final List<float[]> outputs = new ArrayList<>();
    private final List<Boolean> begins = new ArrayList<>();
    private Bundle bundle;

    private RecordedTeacher(final int steps) {
        this.steps = steps;
    }

    /**
     * Reads recordings.
     *
     * @param logs first files of recordings with the same policy
     * @param steps of each sequence
     * @throws ConfigException in one line when one cannot be run again, or has another policy
     */
    static RecordedTeacher of(final List<Path> logs, final int steps) {
        final RecordedTeacher teacher = new RecordedTeacher(steps);
        for (final Path log : logs) {
            teacher.add(log);
        }
        return teacher;
    }

    private void add(final Path log) {
        final int whole = inputs.size();
        final Bundle its = RecordedPolicy.run(log, (begin, input, output) -> {
            inputs.add(input.clone());
            outputs.add(output.clone());
            begins.add(begin);
        });
        if (bundle != null && !bundle.sha256().equals(its.sha256())) {
            throw new ConfigException(log + " is of another policy than the recordings before: expected "
                    + bundle.manifest().name() + ", " + bundle.sha256());
        }
        bundle = its;
        final int rest = (inputs.size() - whole) % steps;
        final int keep = inputs.size() - rest;
        inputs.subList(keep, inputs.size()).clear();
        outputs.subList(keep, outputs.size()).clear();
        begins.subList(keep, begins.size()).clear();
    }

    /** The policy. */
    Bundle bundle() {
        return bundle;
    }

    /** What was seen and done. */
    Demonstrations demonstrations() {
        final int size = bundle.manifest().cell().inputs();
        final int actions = bundle.manifest().cell().outputs();
        final Demonstrations shown = new Demonstrations(inputs.size() / steps, steps, size, actions);
        for (int i = 0; i < inputs.size(); i++) {
            final int row = shown.row(i / steps, i % steps);
            System.arraycopy(inputs.get(i), 0, shown.input, row * size, size);
            for (int k = 0; k < actions; k++) {
                shown.action[row * actions + k] = Math.clamp(outputs.get(i)[k], -1, 1);
            }
            shown.begins[row] = begins.get(i);
        }
        return shown;
    }
}
