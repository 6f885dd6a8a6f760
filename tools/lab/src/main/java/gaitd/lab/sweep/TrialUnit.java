package gaitd.lab.sweep;

import gaitd.lab.train.TrainPlan;
import gaitd.lab.train.Training;
import gaitd.lab.work.WorkUnit;
import gaitd.robot.host.ScratchFolder;
import gaitd.runtime.config.Refusal;
import gaitd.sim.task.A1Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * One training from its beginning, in a folder that is gone afterwards.
 *
 * @param arguments task and options of {@code train}
 * @param taskText text of the robot's task, null for a textbook one
 * @param taskName its name
 * @param seed decides everything that is drawn
 * @param iterations after which it ends, at most those of the plan
 */
record TrialUnit(ArrayList<String> arguments, String taskText, String taskName, long seed, long iterations)
        implements WorkUnit<TrialEnd> {
    @Override
    public TrialEnd answer() {
        final A1Task task = taskText == null ? null : A1Task.parse(taskText, taskName);
        final TrainPlan plan = TrialLine.plan(arguments, task, seed);
        try (ScratchFolder folder = ScratchFolder.create("gaitd-trial");
                Training training = new Training(plan, folder.path(), 1)) {
            final TrialCurve curve = new TrialCurve(plan.iterations());
            final boolean done = training.run(() -> training.learner().iteration() >= iterations, curve);
            final Path bundle = training.bundlePath();
            return curve.end(training.failure(), done && bundle != null ? Files.readAllBytes(bundle) : null);
        } catch (final IOException e) {
            throw new Refusal("a trial's folder cannot be used (" + e + ")", e);
        }
    }
}
