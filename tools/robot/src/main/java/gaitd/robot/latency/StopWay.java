package gaitd.robot.latency;

import gaitd.hal.RemoteButton;
import gaitd.runtime.shared.SharedClient;
import java.io.IOException;

/** A way in which a person or a program stops the robot, see {@link StopRig}. */
enum StopWay {
    /** Key x in a terminal with {@code gaitd operate}. */
    KEY {
        @Override
        void press(final StopRig rig) throws IOException {
            rig.type("x");
        }
    },
    /** The button of the live page, through the companion. */
    PAGE {
        @Override
        void press(final StopRig rig) throws IOException, InterruptedException {
            rig.post();
        }
    },
    /** {@code gaitd stop}, from the start of the launcher. */
    LAUNCHER {
        @Override
        void press(final StopRig rig) throws IOException {
            rig.launch();
        }
    },
    /** {@code gaitd command stop}, from the start of the launcher. */
    COMMAND {
        @Override
        void press(final StopRig rig) throws IOException {
            rig.command();
        }
    },
    /** Button B of the robot's remote. */
    REMOTE {
        @Override
        void press(final StopRig rig) throws IOException {
            rig.hold(RemoteButton.B.bit);
        }
    },
    /** The word in the shared folder, by another process. */
    WORD {
        @Override
        void press(final StopRig rig) {
            SharedClient.stopWord(rig.shared()).press();
        }
    };

    /**
     * Stops the robot.
     *
     * @param rig the robot, standing
     * @throws IOException when the way is not there
     * @throws InterruptedException when the measurement is to end
     */
    abstract void press(StopRig rig) throws IOException, InterruptedException;
}
