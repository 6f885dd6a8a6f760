package gaitd.robot.adapt;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.runtime.adapt.LearnerStage;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.Counters;
import gaitd.sim.identify.Identified;
import gaitd.sim.identify.Identifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The learner of a control loop: takes its frames and its experience, and adapts its policy.
 *
 * <p>What goes wrong here ends the adapting, never the walk. Used by one thread.
 */
public final class PolicyLearner implements AutoCloseable {
    private static final double ASK_EVERY_S = 1;
    /** More than the frames that may lie in the ring before the experience that came with them is read. */
    private static final double SILENT_S = 10;

    private static final int WALK = Mode.WALK.ordinal();

    private final Consumer<String> notes;
    private final Path folder;
    private final VersionStore store;
    private final RequestFile requests;
    private final WeightsOutlet outlet;
    private final Adaptation adaptation;
    private final CarriedWatch carried = new CarriedWatch();
    private Identifier identifier;
    private double sinceAskedS;
    private boolean ended;
    private boolean otherPolicyTold;
    private boolean isCarried;
    private double silentS;

    /**
     * A learner of no control loop yet.
     *
     * @param plan how to adapt
     * @param files the policy that adapts, as shipped
     * @param folder where its versions are kept, made when it is missing
     * @param notes takes what happens, in lines for a person
     * @throws BundleException in one line when the policy cannot adapt
     * @throws ConfigException in one line when the folder is another policy's
     */
    public PolicyLearner(
            final AdaptPlan plan, final BundleFiles files, final Path folder, final Consumer<String> notes) {
        this.notes = notes;
        this.folder = folder;
        final ShippedPolicy policy = ShippedPolicy.of(files);
        store = VersionStore.open(folder, policy.bundle().sha256());
        store.problems().forEach(notes);
        requests = new RequestFile(folder);
        outlet = new WeightsOutlet(policy.bundle());
        adaptation = new Adaptation(plan, policy, store, outlet, task -> belief(task.config()), notes);
    }

    /** Frames that are no walk, as of a broken sensor, may leave estimates that are no numbers: they are forgotten. */
    private Belief belief(final Config task) {
        final Identified finding = identifier == null ? null : identifier.finding();
        if (finding == null || !Double.isFinite(finding.get("payload").value())) {
            identifier = null;
            throw new ConfigException("nothing can be found out from the frames of this walk; watches another one");
        }
        return Belief.of(finding, task);
    }

    /** Work on files. */
    private interface Work {
        void run() throws IOException;
    }

    private void attempt(final Work work) {
        if (ended) {
            return;
        }
        try {
            work.run();
        } catch (final IOException | BundleException e) {
            ended = true;
            notes.accept("adapting ends, the policy in force stays: " + e.getMessage());
        } catch (final ConfigException e) {
            notes.accept(e.getMessage());
        }
    }

    /**
     * Begins with a control loop, the first or the next one.
     *
     * @param slot where it takes weights from
     */
    public void attach(final PolicySlot slot) {
        outlet.attach(slot);
        identifier = null;
        otherPolicyTold = false;
        silentS = 0;
        attempt(adaptation::begin);
    }

    /**
     * Leaves in the store where the two meet, for whoever asks the store.
     *
     * @param shared folder
     */
    public void meet(final Path shared) {
        attempt(() -> MeetingFile.write(folder, shared));
    }

    /**
     * Takes the frame of a tick.
     *
     * @param frame not kept
     * @param periodS control period, s
     */
    public void take(final TickFrame frame, final double periodS) {
        listen(frame, periodS);
        isCarried = carried.isCarried(frame, periodS);
        if (isCarried) {
            identifier = null;
            adaptation.forget();
            return;
        }
        if (identifier == null) {
            identifier = new Identifier(periodS);
        }
        identifier.add(frame);
    }

    private void listen(final TickFrame frame, final double periodS) {
        if (frame.get(TickField.MODE) != WALK || frame.get(TickField.POLICY) > 1 || silentS > SILENT_S) {
            return;
        }
        silentS += periodS;
        if (silentS > SILENT_S) {
            notes.accept(
                    "control walks and leaves no experience, so nothing is adapted: it needs --policy and adapt.use = \"on\"");
        }
    }

    /**
     * Takes the experience of a policy step.
     *
     * @param step not kept; after the frames of its ticks
     */
    public void take(final ExperienceFrame step) {
        silentS = 0;
        if (isCarried) {
            return;
        }
        if (!outlet.isOf(step)) {
            if (!otherPolicyTold) {
                otherPolicyTold = true;
                notes.accept("control drives another policy than this learner's, so nothing is adapted;"
                        + " give both the same --policy");
            }
            return;
        }
        attempt(() -> adaptation.take(step));
    }

    /**
     * Trains for the time that has passed, one update at most, and looks for a person's request.
     *
     * @param passedS since the last call, s
     */
    public void work(final double passedS) {
        attempt(() -> adaptation.work(passedS));
        sinceAskedS += passedS;
        if (sinceAskedS >= ASK_EVERY_S) {
            sinceAskedS = 0;
            attempt(adaptation::heed);
            attempt(() -> {
                final RequestFile.Request request = requests.take();
                if (request != null) {
                    adaptation.take(request);
                }
            });
        }
    }

    /**
     * Whether it has nothing to do until more experience or time comes.
     *
     * @return whether it does not train
     */
    public boolean isIdle() {
        return ended || !adaptation.isBusy();
    }

    /**
     * Tells what it knows, for whoever shows it.
     *
     * @param counters written
     */
    public void tell(final Counters counters) {
        counters.set(Counter.LEARNER_STAGE, (ended ? LearnerStage.FROZEN : adaptation.stage()).ordinal());
        counters.set(Counter.LEARNER_REWARD_BITS, Double.doubleToRawLongBits(adaptation.rewardPerS()));
        counters.set(Counter.LEARNER_WON, store.count(VersionState.ACCEPTED));
        counters.set(Counter.LEARNER_REFUSED, store.count(VersionState.REFUSED));
        counters.set(Counter.LEARNER_ROLLED_BACK, store.count(VersionState.ROLLED_BACK));
        counters.set(Counter.LEARNER_FALLS, adaptation.falls());
        counters.set(Counter.LEARNER_UPDATES, adaptation.updates());
    }

    @Override
    public void close() {
        adaptation.close();
        store.close();
    }
}
