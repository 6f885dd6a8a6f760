package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Everything that a learner goes on from, but for its environments, in the order of a checkpoint's file. */
final class PpoCheckpoint {
    private PpoCheckpoint() {}

    static void write(
            final DataOutput out, final ActorCritic networks, final RolloutCollector collector, final PpoUpdate update)
            throws IOException {
        for (final RolloutWorker worker : collector.workers) {
            out.writeLong(worker.random.state());
        }
        for (final boolean begins : collector.restarted) {
            out.writeBoolean(begins);
        }
        networks.write(out);
        CheckpointArrays.write(out, collector.actorState);
        CheckpointArrays.write(out, collector.criticState);
        collector.seen.write(out);
        collector.rewards.write(out);
        update.write(out);
        collector.episodes.write(out);
    }

    static void read(
            final DataInput in, final ActorCritic networks, final RolloutCollector collector, final PpoUpdate update)
            throws IOException {
        for (final RolloutWorker worker : collector.workers) {
            worker.random.reseed(in.readLong());
        }
        for (int i = 0; i < collector.restarted.length; i++) {
            collector.restarted[i] = in.readBoolean();
        }
        networks.read(in);
        CheckpointArrays.read(in, collector.actorState);
        CheckpointArrays.read(in, collector.criticState);
        collector.seen.read(in);
        collector.rewards.read(in);
        update.read(in);
        collector.episodes.read(in);
        if (collector.seen.count() > 0) {
            collector.updateNormaliser();
        }
    }
}
