/**
 * The live pages of a run and of a training: a small web server on this machine only, and the pages it serves.
 * They read tick frames or learning curves and draw them; nothing here can reach the robot.
 */
package gaitd.robot.view;
