package gaitd.lab.train;

import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;

/**
 * Plan of a training; the same plan gives the same bits, for any number of threads.
 *
 * @param task the task
 * @param net by which network
 * @param criticNet and by which critic
 * @param settings of the learner
 * @param environments copies of the task
 * @param steps policy steps of all environments together
 * @param seed decides everything that is drawn
 * @param from folder of an earlier training to go on from, null for none
 * @param freeze whether what comes from there stays as it is
 * @param command the equivalent command line, for the bundle
 */
public record TrainPlan(
        TrainTask task,
        NetPlan net,
        NetPlan criticNet,
        PpoSettings settings,
        int environments,
        long steps,
        long seed,
        Path from,
        boolean freeze,
        String command) {
    /**
     * Checks the values against each other.
     *
     * @throws ConfigException in one line when they do not
     */
    public TrainPlan {
        if (freeze && from == null) {
            throw new ConfigException("--freeze: there is nothing to keep as it is; expected --from FOLDER with it");
        }
        final int minibatches = settings.count(PpoSetting.MINIBATCHES);
        final int shards = settings.count(PpoSetting.SHARDS);
        final int segments = settings.segments();
        if (environments * segments % (minibatches * shards) != 0 || environments % shards != 0) {
            throw new ConfigException(
                    "--environments %d with %d sequences each cannot be divided into --minibatches %d of --shards %d: expected %s"
                            .formatted(
                                    environments,
                                    segments,
                                    minibatches,
                                    shards,
                                    "a multiple of %d, or a smaller --segment".formatted(minibatches * shards)));
        }
    }

    /**
     * Iterations of the run.
     *
     * @return 1 or more
     */
    public long iterations() {
        final long each = (long) environments * settings.count(PpoSetting.ROLLOUT);
        return Math.max(1, (steps + each - 1) / each);
    }
}
