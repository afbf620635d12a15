// Where does this program live on the web?

export const HOME = 'https://github.com/clinical-content/clinical-content';
