/**
 * The live page of a run: a small web server on this machine only, and the page it serves.
 * It reads tick frames and draws them; nothing here can reach the robot.
 */
package gaitd.tools.view;
