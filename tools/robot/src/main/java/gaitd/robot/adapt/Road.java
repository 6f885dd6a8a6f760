package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.learn.NonFiniteException;
import gaitd.runtime.frame.ExperienceFrame;
import java.io.IOException;

/** A way to a better network for one robot: sees all of its experience, and makes a candidate when it is asked for one. */
interface Road extends AutoCloseable {
    /**
     * Takes the experience of a policy step, whoever drives and whatever is tried.
     *
     * @param step not kept
     * @param reward what the step gave
     */
    void take(ExperienceFrame step, double reward);

    /**
     * Walking time from which a candidate is made.
     *
     * @return s, since the last one was judged
     */
    double watchS();

    /**
     * Begins a candidate.
     *
     * @param inForce the policy that it has to be better than
     * @param version its number
     * @return what was found about the robot, in words
     * @throws BundleException in one line when the network cannot be trained so
     */
    String begin(Bundle inForce, int version);

    /**
     * Works on the candidate, for one update at most: between calls the robot is listened to.
     *
     * @param passedS time since the last call, s
     * @return whether it is ready to be tried
     * @throws NonFiniteException when a value on the way is not finite
     */
    boolean work(double passedS);

    /** The candidate is tried from now on; what is worked on is the one after it, as if it will be accepted. */
    void tried();

    /**
     * Whether the one after a candidate that was accepted is worked on already.
     *
     * @return false when the robot is to be watched before
     */
    boolean goesOn();

    /**
     * Whether the next {@link #work} has something to compute.
     *
     * @return false when it waits for the robot
     */
    boolean isBusy();

    /**
     * The candidate, when it is ready.
     *
     * @return its network
     */
    ImportedNetwork network();

    /**
     * Updates of networks so far, of all candidates.
     *
     * @return a count
     */
    long updates();

    /**
     * Why it is as it is, when it is ready.
     *
     * @return what was found about the robot, in words
     */
    String cause();

    /**
     * What made the candidate.
     *
     * @return in words
     */
    String maker();

    /**
     * Looks for what others want, about once a second, whether the robot walks or not.
     *
     * @return the cause of versions that may not be in force or on trial any more; null for none
     * @throws IOException when a file cannot be read
     */
    default String recalled() throws IOException {
        return null;
    }

    @Override
    void close();
}
