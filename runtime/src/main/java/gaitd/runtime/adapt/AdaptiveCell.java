package gaitd.runtime.adapt;

import gaitd.policies.bundle.PolicyCell;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;

/**
 * The network of a policy that adapts: the bundle as it was shipped, beside it the learner's incumbent and candidate on the same
 * observations. Gives the incumbent's output, the candidate's in its windows, with exploration, held to the box around the
 * shipped one; writes the experience.
 *
 * <p>With {@link AdaptUse#RECORD} it gives what the bundle gives, bit by bit. An output of the bundle itself that is not a number
 * is passed on, for the watch on policies. Called by the control thread; allocates nothing after construction.
 */
public final class AdaptiveCell implements PolicyCell {
    /** What the tick says; written by {@link AdaptStage}. */
    final StepContext context = new StepContext();
    /** Where the experience goes. */
    final ExperienceWriter writer;
    /** What the learner's weights may do. */
    final CandidateTrials trials;
    /** What is added. */
    final Exploration exploration;

    private final PolicyCell shipped;
    private final OutputBox box;
    private final WeightsIntake intake;
    private final long mark;
    private final boolean on;
    private final float[] shippedOutput;
    private final float[] lastAction;
    private WeightsMessage waiting;
    private ExplorationOff explorationOff = ExplorationOff.SETTING;
    private boolean listening;
    private long step;

    /**
     * A cell that gives what the bundle gives.
     *
     * @param config what adapting may do
     * @param networks three made from the bundle: the one that stays as it is, the incumbent, the candidate
     * @param halfWidths half width of each output's bounds, in the network's unit
     * @param mark of the bundle, see {@link WeightsMessage#shipped(String)}
     * @param mayDrive whether a learner's weights may drive in the bundle's place
     * @param stepS time from one step to the next, s
     * @param learner where the experience goes and weights come from
     */
    public AdaptiveCell(
            final Config config,
            final PolicyCell[] networks,
            final double[] halfWidths,
            final long mark,
            final boolean mayDrive,
            final double stepS,
            final LearnerLink learner) {
        this.mark = mark;
        shipped = networks[0];
        box = new OutputBox(config, halfWidths);
        on = config.get(ChoiceSetting.ADAPT_USE) == AdaptUse.ON;
        listening = on;
        writer = new ExperienceWriter(config, learner.experience());
        exploration = new Exploration(config, stepS);
        intake = new WeightsIntake(learner.weights(), networks[1].weightCount(), mark);
        trials = new CandidateTrials(
                config,
                new AdaptedNetwork(config, networks[1], box, stepS),
                new AdaptedNetwork(config, networks[2], box, stepS),
                mayDrive,
                stepS);
        shippedOutput = new float[box.size()];
        lastAction = new float[box.size()];
    }

    @Override
    public void reset() {
        shipped.reset();
        trials.reset();
        exploration.off();
    }

    @Override
    public void step(final float[] input, final double elapsed, final float[] output) {
        writer.finish(EpisodeEnd.GOES_ON);
        if (listening) {
            listen();
        }
        shipped.step(input, elapsed, shippedOutput);
        if (!finite(shippedOutput)) {
            System.arraycopy(shippedOutput, 0, output, 0, output.length);
            return;
        }
        final boolean calm = context.hindrance == ExplorationOff.ON;
        network(input, elapsed);
        trials.advance(calm);
        explore(calm);
        final ExperienceFrame frame = writer.begin();
        final double share = trials.share();
        double changeSquare = 0;
        for (int i = 0; i < output.length; i++) {
            final double incumbent = trials.incumbent().output[i];
            final double mean = share > 0 ? incumbent + share * (trials.candidate().output[i] - incumbent) : incumbent;
            final double added = explorationOff == ExplorationOff.ON ? exploration.at(step, i) * box.half[i] : 0;
            output[i] = box.held(i, mean + added, shippedOutput[i]);
            final double change = box.half[i] > 0 ? (output[i] - lastAction[i]) / box.half[i] : 0;
            changeSquare += change * change;
            lastAction[i] = output[i];
            frame.putReal(ExperienceField.SHIPPED_OUTPUT, i, shippedOutput[i]);
            frame.putReal(ExperienceField.MEAN, i, mean);
            frame.putReal(ExperienceField.CANDIDATE_OUTPUT, i, candidateOutput(i));
            frame.putReal(ExperienceField.EXPLORATION, i, added);
            frame.putReal(ExperienceField.ACTION, i, output[i]);
        }
        frame.putReal(ExperienceField.ACTION_CHANGE_SQUARE, 0, changeSquare);
        record(frame, input);
        context.hindrance = ExplorationOff.ON;
        step++;
    }

    private void listen() {
        if (waiting == null) {
            waiting = intake.poll();
        }
        if (waiting != null) {
            final WeightsCheck verdict = trials.take(waiting);
            if (verdict != null) {
                intake.judged(verdict);
                waiting = null;
            }
        }
    }

    private void network(final float[] input, final double elapsed) {
        final RollbackCause incumbent = trials.incumbent().step(input, elapsed, shippedOutput);
        final RollbackCause candidate = trials.candidate().step(input, elapsed, shippedOutput);
        if (incumbent != RollbackCause.NONE) {
            trials.dropIncumbent(incumbent);
        } else if (candidate != RollbackCause.NONE) {
            trials.rollBack(candidate);
        }
    }

    private void explore(final boolean calm) {
        explorationOff =
                !on ? ExplorationOff.SETTING : exploration.isSet() ? context.hindrance : ExplorationOff.NO_DEVIATION;
        if (calm) {
            exploration.rise();
        } else {
            exploration.off();
        }
    }

    private double candidateOutput(final int index) {
        return trials.candidate().version() == 0 ? 0 : trials.candidate().output[index];
    }

    private void record(final ExperienceFrame frame, final float[] input) {
        frame.put(ExperienceField.STEP, step);
        frame.put(ExperienceField.TICK, context.tick);
        frame.put(ExperienceField.SHIPPED, mark);
        frame.put(ExperienceField.VERSION_ACTED, trials.acted());
        frame.put(ExperienceField.VERSION_INCUMBENT, trials.incumbent().version());
        frame.put(ExperienceField.VERSION_CANDIDATE, trials.candidate().version());
        frame.put(ExperienceField.VERSION_ROLLED_BACK, trials.rolledBack());
        frame.put(ExperienceField.SLOT_GENERATION, intake.generation());
        frame.put(ExperienceField.WEIGHTS_CHECK, intake.check().ordinal());
        frame.put(ExperienceField.TRIAL_PHASE, trials.phase().ordinal());
        frame.put(ExperienceField.ROLLBACK_CAUSE, trials.cause().ordinal());
        frame.put(ExperienceField.TRIAL_WINDOWS, trials.windows());
        frame.put(ExperienceField.EXPLORATION_OFF, explorationOff.ordinal());
        frame.put(ExperienceField.MODE, context.mode.ordinal());
        frame.put(ExperienceField.GAIT, context.gait.ordinal());
        frame.put(ExperienceField.OBSERVATIONS, input.length);
        frame.put(ExperienceField.ACTIONS, box.size());
        frame.putReal(ExperienceField.POLICY_SHARE, 0, context.share);
        frame.putReal(ExperienceField.CANDIDATE_SHARE, 0, trials.share());
        frame.putReal(
                ExperienceField.EXPLORATION_SHARE, 0, explorationOff == ExplorationOff.ON ? exploration.share() : 0);
        frame.putReals(ExperienceField.COMMAND, context.command);
        for (int i = 0; i < input.length; i++) {
            frame.putReal(ExperienceField.OBSERVATION, i, input[i]);
        }
    }

    /** Generation of the slot whose contents were taken last. */
    long slotTaken() {
        return intake.taken();
    }

    /** Why nothing was added in the last step. */
    ExplorationOff explorationOff() {
        return explorationOff;
    }

    /** Keeps to what is loaded, and publishes for nobody, from now on: the shared memory is gone. Allocates. */
    void abandonShared() {
        listening = false;
        waiting = null;
        writer.abandonShared();
    }

    private static boolean finite(final float[] values) {
        for (final float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
