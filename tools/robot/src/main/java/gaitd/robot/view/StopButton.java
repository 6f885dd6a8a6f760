package gaitd.robot.view;

/** What the live page's stop button does. */
@FunctionalInterface
public interface StopButton {
    /**
     * Damps the robot at once. Called by any thread, as often as the button is pressed.
     *
     * @return null when the robot's process was told, else why not, in one line
     */
    String press();
}
