package gaitd.tools.train;

import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.PpoSettings;
import java.nio.file.Path;

/**
 * What a training run is; the same plan gives the same bits, for any number of threads.
 *
 * @param task what is learned
 * @param net by which networks
 * @param settings how
 * @param environments copies of the task
 * @param steps policy steps of all environments together
 * @param seed decides everything that is drawn
 * @param from folder of an earlier training to go on from, null for none
 * @param command the command line that tells all this, for the bundle
 */
public record TrainPlan(
        TrainTask task,
        NetPlan net,
        PpoSettings settings,
        int environments,
        long steps,
        long seed,
        Path from,
        String command) {
    /**
     * Iterations of the run.
     *
     * @return 1 or more
     */
    public long iterations() {
        final long each = (long) environments * settings.steps();
        return Math.max(1, (steps + each - 1) / each);
    }
}
