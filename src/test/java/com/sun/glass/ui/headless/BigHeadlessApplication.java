package com.sun.glass.ui.headless;

import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import java.nio.IntBuffer;
import java.util.Arrays;

/// The headless platform of JavaFX 26 has a screen of 1000 × 1000 and fails on windows that reach beyond it, and its
/// robot marks every press as a touch that opens context menus. Both are mended here, in JavaFX's own package because
/// nothing of it is public.
public class BigHeadlessApplication extends HeadlessApplication {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private final int[] frame = new int[WIDTH * HEIGHT];
    private final HeadlessWindowManager manager = new HeadlessWindowManager();
    private HeadlessRobot robot;

    @Override
    protected Screen[] staticScreen_getScreens() {
        return new Screen[] {
            new Screen(0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 100, 100, 1f, 1f, 1f, 1f)
        };
    }

    @Override
    public View createView() {
        return new HeadlessView() {
            @Override
            protected void notifyMouse(
                    int type,
                    int button,
                    int x,
                    int y,
                    int xAbs,
                    int yAbs,
                    int modifiers,
                    boolean popupTrigger,
                    boolean synthesized) {
                boolean opensMenu = type == MouseEvent.DOWN && button == MouseEvent.BUTTON_RIGHT;
                super.notifyMouse(type, button, x, y, xAbs, yAbs, modifiers, opensMenu, false);
            }
        };
    }

    @Override
    public GlassRobot createRobot() {
        robot = (HeadlessRobot) super.createRobot();
        return robot;
    }

    @Override
    public Window createWindow(Window owner, Screen screen, int styleMask) {
        var window = new ClippedWindow(owner, screen, styleMask);
        if (robot != null) {
            robot.windowAdded(window);
            window.setRobot(robot);
        }
        return window;
    }

    private final class ClippedWindow extends HeadlessWindow {
        ClippedWindow(Window owner, Screen screen, int styleMask) {
            super(manager, owner, screen, frameBuffer, styleMask);
        }

        @Override
        void blit(Pixels pixels) {
            int width = pixels.getWidth();
            int left = Math.max(0, -getX());
            int count = Math.min(width - left, WIDTH - getX() - left);
            var source = (IntBuffer) pixels.getBuffer();
            for (int y = Math.max(0, -getY()); count > 0 && y < pixels.getHeight() && getY() + y < HEIGHT; y++) {
                source.get(y * width + left, frame, (getY() + y) * WIDTH + getX() + left, count);
            }
        }

        @Override
        void clearRect(int x, int width, int y, int height) {
            int from = Math.max(0, x);
            int to = Math.min(WIDTH, x + width);
            for (int row = Math.max(0, y); from < to && row < Math.min(HEIGHT, y + height); row++) {
                Arrays.fill(frame, row * WIDTH + from, row * WIDTH + to, 0);
            }
        }

        @Override
        public void getScreenCapture(int x, int y, int width, int height, int[] data, boolean hiDpi) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    data[row * width + column] = pixel(x + column, y + row);
                }
            }
        }

        private int pixel(int x, int y) {
            return x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT ? frame[y * WIDTH + x] : 0;
        }
    }
}
