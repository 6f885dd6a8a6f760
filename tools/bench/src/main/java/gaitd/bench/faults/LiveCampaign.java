package gaitd.bench.faults;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs cases at real time, one after the other. */
final class LiveCampaign {
    /** A machine that is busy may keep a robot from its activity. */
    private static final int ATTEMPTS = 3;

    private LiveCampaign() {}

    /**
     * Runs cases.
     *
     * @param cases the runs
     * @param watchS how long robots are watched after a fault, s
     * @param done takes each outcome
     * @return cases whose robot did not get to its activity
     */
    static List<TrialCase> run(final List<TrialCase> cases, final double watchS, final Consumer<TrialOutcome> done) {
        final List<TrialCase> stranded = new ArrayList<>();
        for (final TrialCase one : cases) {
            TrialOutcome outcome = null;
            for (int i = 0; i < ATTEMPTS && outcome == null; i++) {
                outcome = attempt(one, watchS);
            }
            if (outcome == null) {
                stranded.add(one);
            } else {
                done.accept(outcome);
            }
        }
        return stranded;
    }

    private static TrialOutcome attempt(final TrialCase one, final double watchS) {
        try (LiveTrial trial = new LiveTrial(one, watchS)) {
            return trial.run();
        } catch (final IOException e) {
            throw new Refusal("the processes of " + one.key() + " cannot be run: " + e.getMessage(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while " + one.key() + " ran", e);
        }
    }
}
