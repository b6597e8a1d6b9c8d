package studio.desktop;
