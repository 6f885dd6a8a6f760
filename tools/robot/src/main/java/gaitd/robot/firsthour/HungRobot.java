package gaitd.robot.firsthour;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Remote;
import gaitd.hal.RemoteButton;
import gaitd.hal.Sensed;
import gaitd.robot.host.PacedRobot;
import gaitd.runtime.config.Refusal;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A robot that hangs, watched while it is commanded: it has to answer, to stay cool, and to hang about level or as it is turned.
 *
 * <p>Ends by a refusal whatever a step is at; its owner then leaves the robot damped. Used by one thread.
 */
final class HungRobot {
    /** Damping that hands move against, N m s/rad. */
    static final double LIMP_KD = 1;
    /** Longest time without a state, s. */
    static final double SILENT_MAX_S = 0.5;
    /** Longest time until the first state, s. */
    static final double FIRST_MAX_S = 3;
    /** Hottest motor, degrees Celsius. */
    static final int HOT_C = 60;

    private final PacedRobot robot;
    private final String name;
    private final BooleanSupplier stopped;
    private final Remote remote = new Remote();
    private boolean remoteStops = true;

    /**
     * A robot that is limp.
     *
     * @param robot commanded by this alone
     * @param name for messages
     * @param stopped whether a person ended it
     */
    HungRobot(final PacedRobot robot, final String name, final BooleanSupplier stopped) {
        this.robot = robot;
        this.name = name;
        this.stopped = stopped;
        limp();
    }

    /** The newest state. */
    Sensed sensed() {
        return robot.sensed;
    }

    /** What is sent by each cycle. */
    JointCommands commands() {
        return robot.commands;
    }

    /** States dropped so far because they were damaged. */
    long dropped() {
        return robot.port().counters().dropped();
    }

    /**
     * Says whether button B of the remote ends everything, as it does but for the step that asks for it.
     *
     * @param stops whether it does
     */
    void remoteStops(final boolean stops) {
        remoteStops = stops;
    }

    /** Makes all joints move freely, but slowly. */
    void limp() {
        robot.commands.damp(LIMP_KD);
    }

    /**
     * Sends the commands and takes the newest state.
     *
     * @return whether there was a new state
     * @throws Refusal when the robot is silent or hot, or a person ended it
     */
    boolean cycle() {
        final boolean fresh = robot.cycle();
        if (stopped.getAsBoolean()) {
            throw new Refusal("ended by its person; the robot is damped, what was found so far is in the report");
        }
        if (robot.silentS() > (robot.sensed.sequence == 0 ? FIRST_MAX_S : SILENT_MAX_S)) {
            throw new Refusal(
                    robot.sensed.sequence == 0
                            ? name
                                    + " does not answer: expected a robot that is switched on, in low-level mode, and reached by"
                                    + " cable; try ping, and 'gaitd doctor --interface NAME'"
                            : name + " stopped answering: look at cable, battery and board, then start again");
        }
        remote.set(robot.sensed.wirelessRemote);
        if (remoteStops && remote.isPressed(RemoteButton.B)) {
            throw new Refusal(
                    "stopped by button B of the remote; the robot is damped, what was found so far is in the report");
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            if (robot.sensed.motorTemperatureC[j] > HOT_C) {
                throw new Refusal(A1.jointName(j) + " has " + robot.sensed.motorTemperatureC[j] + " deg C: expected "
                        + HOT_C + " at most; let it cool, then start again");
            }
        }
        return fresh;
    }

    /**
     * Goes on for a time.
     *
     * @param seconds how long, s
     * @param each called with each new state
     */
    void run(final double seconds, final Consumer<Sensed> each) {
        for (double s = 0; s < seconds; s += PacedRobot.PERIOD_S) {
            if (cycle()) {
                each.accept(robot.sensed);
            }
        }
    }

    /**
     * Asks the person something and goes on until there is an answer.
     *
     * @param person who is asked
     * @param question the question
     * @param each called with each new state
     * @return what was typed
     * @throws Refusal when nothing can be typed any more
     */
    String ask(final Person person, final String question, final Consumer<Sensed> each) {
        person.tell(question);
        String typed = person.typed();
        while (typed == null) {
            if (cycle()) {
                each.accept(robot.sensed);
            }
            typed = person.typed();
            if (typed == null && person.isGone()) {
                throw new Refusal("nobody can answer: expected a person at a terminal, or answers on standard input");
            }
        }
        return typed;
    }
}
