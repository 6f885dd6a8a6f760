package gaitd.robot.replay;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Trust;
import gaitd.robot.record.WeightsRecord;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.policy.fit.PolicyFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the network of a recording's policy was given and gave, step by step, found by running the loop again on what was recorded. */
public final class RecordedPolicy {
    private final Steps steps;
    private boolean running;

    private RecordedPolicy(final Steps steps) {
        this.steps = steps;
    }

    /** Takes the steps. */
    @FunctionalInterface
    public interface Steps {
        /**
         * One step of the network.
         *
         * @param begins whether its state was zero
         * @param input as the network got it, overwritten by the next
         * @param output as the network gave it, overwritten by the next
         */
        void take(boolean begins, float[] input, float[] output);
    }

    /**
     * Runs a recording again.
     *
     * @param log its first file
     * @param steps takes those of its policy
     * @return the bundle of the policy
     * @throws ConfigException in one line when it cannot be run to its end, or has not just one policy
     */
    public static Bundle run(final Path log, final Steps steps) {
        return new RecordedPolicy(steps).run(log);
    }

    private Bundle run(final Path log) {
        try (RecordedRun recorded = new RecordedRun(log)) {
            final Config config = new Config.Builder()
                    .toml(recorded.settings(), log + ": config.toml")
                    .conclude();
            final List<PolicyFit> fits = policies(recorded, config, log);
            if (fits.size() != 1) {
                throw new ConfigException(
                        log + ": there are " + fits.size() + " policies in it, expected a recording with one");
            }
            final ReplayLoop loop =
                    new ReplayLoop(config, List.of(fits.getFirst().with(this::tapped)));
            long expected = 0;
            running = true;
            for (TickFrame frame = recorded.next(); frame != null; frame = recorded.next()) {
                final long weights = loop.weightsTaken(frame);
                final WeightsRecord published = weights == 0 ? null : recorded.weights(weights);
                if (frame.get(TickField.TICK) != expected || (weights != 0 && published == null)) {
                    throw new ConfigException(
                            log + ": at tick " + expected + " something is missing, see 'gaitd replay " + log + "'");
                }
                if (published != null) {
                    loop.publish(published);
                }
                loop.tick(frame);
                expected++;
            }
            if (recorded.broken() != null) {
                throw new ConfigException(log + " ends early: " + recorded.broken() + "; see 'gaitd log repair'");
            }
            return fits.getFirst().bundle();
        }
    }

    /** The policies of a recording, in the order of their numbers. */
    static List<PolicyFit> policies(final RecordedRun recorded, final Config config, final Path log) {
        final List<PolicyFit> fits = new ArrayList<>();
        for (byte[] zip = recorded.policy(1); zip != null; zip = recorded.policy(fits.size() + 1)) {
            try {
                fits.add(PolicyFit.of(
                        Bundle.open(BundleZip.decode(zip), Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS),
                        config));
            } catch (final BundleException e) {
                throw new ConfigException(log + ": policy-" + (fits.size() + 1) + ".zip: " + e.getMessage());
            }
        }
        return fits;
    }

    private PolicyCell tapped(final CellFacts spec, final Safetensors tensors) {
        return new Tapped(PolicyFit.CELLS.create(spec, tensors));
    }

    private final class Tapped implements PolicyCell {
        private final PolicyCell cell;
        private boolean begins = true;

        private Tapped(final PolicyCell cell) {
            this.cell = cell;
        }

        @Override
        public void reset() {
            begins = true;
            cell.reset();
        }

        @Override
        public void step(final float[] input, final double elapsed, final float[] output) {
            cell.step(input, elapsed, output);
            if (running) {
                steps.take(begins, input, output);
            }
            begins = false;
        }

        @Override
        public int hiddenSize() {
            return cell.hiddenSize();
        }

        @Override
        public void hidden(final float[] values) {
            cell.hidden(values);
        }

        @Override
        public int weightCount() {
            return cell.weightCount();
        }

        @Override
        public void load(final float[] weights) {
            cell.load(weights);
        }
    }
}
