package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.Trust;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.ExperienceRing;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.identify.Identifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The learner beside a control loop of this process: takes its frames and its experience, and adapts its policy.
 *
 * <p>What goes wrong here ends the adapting, never the walk. Called by one thread, with every frame.
 */
public final class AdaptRun implements AutoCloseable {
    private static final double ASK_EVERY_S = 1;

    private final double periodS;
    private final Consumer<String> notes;
    private final VersionStore store;
    private final RequestFile requests;
    private final ExperienceRing.Reader experience;
    private final Identifier identifier;
    private final Adaptation adaptation;
    private double sinceAskedS;
    private boolean ended;

    /**
     * A learner that has taken nothing.
     *
     * @param plan how to adapt
     * @param files the policy that adapts, as shipped
     * @param config of the loop
     * @param folder where its versions are kept, made when it is missing
     * @param link to the loop
     * @param notes takes what happens, in lines for a person
     * @throws ConfigException in one line when the policy cannot adapt or the folder is another policy's
     */
    public AdaptRun(
            final AdaptPlan plan,
            final BundleFiles files,
            final Config config,
            final Path folder,
            final LearnerLink link,
            final Consumer<String> notes) {
        this.notes = notes;
        periodS = config.periodNs() * 1e-9;
        final Bundle shipped = Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
        store = VersionStore.open(folder, shipped.sha256());
        store.problems().forEach(notes);
        requests = new RequestFile(folder);
        experience = link.experience().newReader();
        identifier = new Identifier(periodS);
        adaptation = new Adaptation(
                plan,
                files,
                store,
                new WeightsOutlet(link.weights(), shipped),
                task -> Belief.of(identifier.finding(), task.config()),
                notes);
        attempt(adaptation::begin);
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
     * Takes the frame of a tick, and what experience came with it.
     *
     * @param frame not kept
     */
    public void take(final TickFrame frame) {
        identifier.add(frame);
        attempt(() -> {
            for (ExperienceFrame step = experience.poll(); step != null; step = experience.poll()) {
                adaptation.take(step);
            }
            adaptation.work(periodS);
        });
        sinceAskedS += periodS;
        if (sinceAskedS >= ASK_EVERY_S) {
            sinceAskedS = 0;
            attempt(() -> {
                final RequestFile.Request request = requests.take();
                if (request != null) {
                    adaptation.take(request);
                }
            });
        }
    }

    @Override
    public void close() {
        adaptation.close();
        store.close();
    }
}
