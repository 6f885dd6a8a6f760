package gaitd.robot.adapt;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.ExperienceRing;
import gaitd.runtime.frame.TickFrame;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The learner beside a control loop of the same thread, on its clock: repeatable to the bit. Called with every frame. */
public final class AdaptRun implements AutoCloseable {
    private final double periodS;
    private final ExperienceRing.Reader experience;
    private final PolicyLearner learner;

    /**
     * A learner that has taken nothing.
     *
     * @param plan how to adapt
     * @param files the policy that adapts, as shipped
     * @param config of the loop
     * @param folder where its versions are kept, made when it is missing
     * @param link to the loop
     * @param notes takes what happens, in lines for a person
     * @throws BundleException in one line when the policy cannot adapt
     * @throws ConfigException in one line when the folder is another policy's
     */
    public AdaptRun(
            final AdaptPlan plan,
            final BundleFiles files,
            final Config config,
            final Path folder,
            final LearnerLink link,
            final Consumer<String> notes) {
        periodS = config.periodNs() * 1e-9;
        experience = link.experience().newReader();
        learner = new PolicyLearner(plan, files, folder, notes);
        learner.attach(link.weights());
    }

    /**
     * Takes the frame of a tick, and what experience came with it.
     *
     * @param frame not kept
     */
    public void take(final TickFrame frame) {
        learner.take(frame, periodS);
        for (ExperienceFrame step = experience.poll(); step != null; step = experience.poll()) {
            learner.take(step);
        }
        learner.work(periodS);
    }

    @Override
    public void close() {
        learner.close();
    }
}
